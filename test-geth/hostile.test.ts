import { connect } from 'node:net';
import { rpcUrlsOf } from '../script/geth/contracts.ts';
import { ONE_HOST } from './world/hosts.ts';
import { expect, test } from './world/test.ts';

/** What spends, seals, unlocks, administrates, or lets one look inside. */
const forbidden = [
  'personal_listAccounts',
  'personal_newAccount',
  'personal_importRawKey',
  'personal_unlockAccount',
  'personal_sendTransaction',
  'personal_sign',
  'admin_addPeer',
  'admin_removePeer',
  'admin_nodeInfo',
  'admin_peers',
  'admin_datadir',
  'admin_exportChain',
  'admin_importChain',
  'admin_startHTTP',
  'admin_startWS',
  'miner_start',
  'miner_stop',
  'miner_setEtherbase',
  'miner_setGasLimit',
  'miner_setGasPrice',
  'clique_propose',
  'clique_discard',
  'clique_getSigners',
  'debug_setHead',
  'debug_traceTransaction',
  'debug_traceCall',
  'debug_chaindbCompact',
  'debug_writeMemProfile',
  'debug_stacks',
  'txpool_content',
  'txpool_inspect',
  'engine_forkchoiceUpdatedV3',
  'engine_newPayloadV3',
];

/** What a node with keys would sign. */
const withoutKey = ['eth_sendTransaction', 'eth_sign', 'eth_signTransaction'];

type Answer = { result?: unknown; error?: { code: number; message: string } };

async function ask(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return fetch(url, { method: 'POST', headers: { 'content-type': 'application/json', ...headers }, body: text });
}

async function call(url: string, method: string, params: unknown[] = []): Promise<Answer> {
  return (await ask(url, { jsonrpc: '2.0', id: 1, method, params })).json() as Promise<Answer>;
}

test.afterEach(async ({ network }) => {
  for (const url of rpcUrlsOf(network.place.description)) {
    const { result } = await call(url, 'eth_blockNumber');
    expect(Number(result), `${url} still answers`).toBeGreaterThan(0);
  }
});

for (const method of forbidden) {
  test(`RPC nodes don't know ${method}`, async ({ network }) => {
    for (const url of rpcUrlsOf(network.place.description)) {
      const { error } = await call(url, method, []);
      expect(error).toMatchObject({
        code: -32601,
        message: expect.stringContaining('does not exist/is not available'),
      });
    }
  });
}

for (const method of withoutKey) {
  test(`RPC nodes hold no key for ${method}`, async ({ network }) => {
    const [url = ''] = rpcUrlsOf(network.place.description);
    const account = network.accounts.board;
    const transaction = {
      from: account,
      to: account,
      value: '0x1',
      gas: '0x5208',
      gasPrice: '0x77359400',
      nonce: '0x0',
    };
    const params = method === 'eth_sign' ? [account, '0x00'] : [transaction];
    expect((await call(url, method, params)).error?.message).toBe('unknown account');
    expect((await call(url, 'eth_accounts')).result).toEqual([]);
  });
}

test('a batch of too many calls is refused as a whole', async ({ network }) => {
  const [url = ''] = rpcUrlsOf(network.place.description);
  const batch = Array.from({ length: 5000 }, (_, id) => ({
    jsonrpc: '2.0',
    id,
    method: 'eth_blockNumber',
    params: [],
  }));
  const answers = (await (await ask(url, batch)).json()) as Answer[];
  expect(answers).toHaveLength(1);
  expect(answers[0]?.error?.message).toBe('batch too large');
});

test('a body of too many bytes is refused', async ({ network }) => {
  const [url = ''] = rpcUrlsOf(network.place.description);
  const data = `0x${'00'.repeat(4_000_000)}`;
  const response = await ask(url, { jsonrpc: '2.0', id: 1, method: 'eth_call', params: [{ data }, 'latest'] });
  expect(response.status).toBe(413);
});

test('what is no JSON, or nested a thousand times, is refused', async ({ network }) => {
  const [url = ''] = rpcUrlsOf(network.place.description);
  for (const body of ['{', '[]', 'nothing', `${'['.repeat(1000)}${']'.repeat(1000)}`]) {
    const text = await (await ask(url, body)).text();
    expect(text).toContain('error');
  }
});

test('a call that never ends is ended', async ({ network }) => {
  const [url = ''] = rpcUrlsOf(network.place.description);
  // JUMPDEST PUSH1 0 JUMP
  const loop = { [network.accounts.admin]: { code: '0x5b600056' } };
  const calls = Array.from({ length: 20 }, () =>
    call(url, 'eth_call', [{ to: network.accounts.admin, gas: '0xffffffffff' }, 'latest', loop] as never),
  );
  for (const { error } of await Promise.all(calls)) expect(error?.message).toMatch(/out of gas|timeout/);
});

test('only the page’s own origin may read answers, and only by the node’s own name', async ({ network, world }) => {
  const [url = ''] = rpcUrlsOf(network.place.description);
  const request = { jsonrpc: '2.0', id: 1, method: 'eth_blockNumber', params: [] };
  const allowed = async (origin: string) =>
    (await ask(url, request, { origin })).headers.get('access-control-allow-origin');
  expect(await allowed(world.origin)).toBe(world.origin);
  expect(await allowed('https://evil.example')).toBeNull();
  expect(await allowed('null')).toBeNull();
  // A name that somebody has let point here (DNS rebinding).
  const answer = await rawRequest(url, 'evil.example');
  expect(answer).toContain('403');
});

test('nobody can open a WebSocket', async ({ network }) => {
  const [url = ''] = rpcUrlsOf(network.place.description);
  const upgrade =
    'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==\r\n';
  expect(await rawRequest(url, new URL(url).host, upgrade)).not.toContain('101 Switching');
});

test('sealers listen to nobody but their peers', async ({ network }) => {
  test.skip(!network.hosts.areSeparate, ONE_HOST);
  for (const { host, port } of network.place.description.sealers) {
    for (const other of [8545, 8546, 8547, 8548, 8551, 6060])
      expect(await isOpen(host, other), `${host}:${other}`).toBe(false);
    expect(await isOpen(host, port)).toBe(true);
  }
});

/** One request written by hand, with any Host. @returns The answer's first bytes. */
function rawRequest(url: string, host: string, headers = ''): Promise<string> {
  const { hostname, port } = new URL(url);
  const body = JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'eth_blockNumber', params: [] });
  return new Promise((resolve, reject) => {
    const socket = connect(Number(port), hostname, () => {
      const head = `POST / HTTP/1.1\r\nHost: ${host}\r\nContent-Type: application/json\r\nContent-Length: ${body.length}\r\n`;
      socket.write(`${head}${headers}\r\n${body}`);
    });
    socket.once('data', (chunk) => {
      socket.destroy();
      resolve(String(chunk));
    });
    socket.once('error', reject);
  });
}

function isOpen(host: string, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, host);
    const answer = (open: boolean) => {
      socket.destroy();
      resolve(open);
    };
    socket.setTimeout(2_000, () => answer(false));
    socket.once('connect', () => answer(true));
    socket.once('error', () => answer(false));
  });
}
