import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createClient } from 'viem';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { nodes } from './nodes.ts';

type Manner = 'answers' | 'refuses' | 'hangs' | 'fails';

/** A node of which only its head is known. */
async function startNode(head: number) {
  const node = { head, manner: 'answers' as Manner, asked: [] as string[], url: '', server: createServer() };
  node.server.on('request', async (request, response: ServerResponse) => {
    const body = await new Promise<string>((read) => {
      let text = '';
      request.on('data', (part) => (text += part)).on('end', () => read(text));
    });
    const requests: { id: number; method: string }[] = JSON.parse(body);
    node.asked.push(...requests.map(({ method }) => method));
    if (node.manner === 'hangs') return;
    if (node.manner === 'fails') return response.writeHead(502).end();
    const answers = requests.map(({ id, method }) => {
      const result = `0x${node.head.toString(16)}`;
      return method === 'eth_blockNumber'
        ? { jsonrpc: '2.0', id, result }
        : { jsonrpc: '2.0', id, error: { code: -32000, message: 'no' } };
    });
    response.end(JSON.stringify(answers));
  });
  await new Promise<void>((listening) => node.server.listen(0, '127.0.0.1', listening));
  node.url = `http://127.0.0.1:${(node.server.address() as AddressInfo).port}`;
  return node;
}

function stop(server: Server): void {
  server.closeAllConnections();
  server.close();
}

let first: Awaited<ReturnType<typeof startNode>>;
let second: typeof first;
let client: ReturnType<typeof open>;
let now = 0;

function open(urls: string[]) {
  return createClient({ transport: nodes(urls) });
}

const head = async () => Number(await client.request({ method: 'eth_blockNumber' }));

const headsOfEach = () => Promise.all(client.transport.each.map((ask) => ask({ method: 'eth_blockNumber' })));

beforeEach(async () => {
  vi.spyOn(performance, 'now').mockImplementation(() => now);
  first = await startNode(100);
  second = await startNode(99);
  client = open([first.url, second.url]);
});

afterEach(() => {
  vi.restoreAllMocks();
  stop(first.server);
  stop(second.server);
});

it.each<Manner>([
  'refuses',
  'fails',
])('goes on with the second at once when the first %s, and stays there', async (manner) => {
  expect(await head()).toBe(100);
  if (manner === 'refuses') stop(first.server);
  first.manner = manner;
  expect(await head()).toBe(99);
  first.manner = 'answers';
  expect(await head()).toBe(99);
});

it('waits some seconds for one that hangs, and only once', async () => {
  first.manner = 'hangs';
  expect(await head()).toBe(99);
  const { length } = first.asked;
  expect(await head()).toBe(99);
  expect(first.asked).toHaveLength(length);
  // Fewer than the ten seconds that the last one to ask may take.
}, 9000);

it('comes back to the first when the second goes', async () => {
  first.manner = 'fails';
  expect(await head()).toBe(99);
  first.manner = 'answers';
  second.manner = 'fails';
  expect(await head()).toBe(100);
});

it('fails when none answers', async () => {
  first.manner = 'fails';
  stop(second.server);
  await expect(head()).rejects.toThrow();
});

it('takes a refusal for an answer', async () => {
  await expect(client.request({ method: 'eth_chainId' })).rejects.toThrow('no');
  expect(second.asked).not.toContain('eth_chainId');
});

it('leaves a node that others are clearly ahead of, and not for a single block', async () => {
  expect(await head()).toBe(100);
  second.head = 101;
  now += 16_000;
  await head();
  await expect.poll(() => second.asked).toHaveLength(2);
  await headsOfEach();
  expect(await head()).toBe(100);
  second.head = 102;
  now += 16_000;
  await head();
  await expect.poll(head).toBe(102);
});

it('asks each by itself', async () => {
  expect(await headsOfEach()).toEqual(['0x64', '0x63']);
});
