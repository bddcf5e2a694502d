import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';

const text = v.pipe(v.string('a text'), v.nonEmpty('a text that is not empty'));
const whole = (from: number, to: number) => {
  const right = `a whole number from ${from} to ${to}`;
  return v.pipe(v.number(right), v.integer(right), v.minValue(from, right), v.maxValue(to, right));
};
const port = whole(1, 65_535);
const nodeName = v.pipe(v.string('a name'), v.regex(/^[a-z][a-z0-9-]{0,19}$/, 'a name of small letters, digits and -'));
const bootnode = v.strictObject({
  name: nodeName,
  host: v.pipe(v.string('an IP address'), v.ip('an IP address')),
  port,
});
const node = v.strictObject({
  ...bootnode.entries,
  /** Where a monitoring system on the node's own host reads its metrics, and nobody else. */
  metricsPort: v.optional(port),
});
/** By which browsers reach an RPC node that has a proxy before it. */
const url = v.pipe(v.string('an address'), v.regex(/^https?:\/\/\S+$/, 'such as https://rpc.example'));
const coins = v.pipe(v.string('coins as digits'), v.regex(/^\d{1,15}$/, 'whole coins, up to 15 digits'));

const schema = v.strictObject({
  /** As wallets show it. */
  name: text,
  /** As the page shows it. */
  board: text,
  /** Never 1337 or 31337: wallets mix those up. */
  chainId: whole(1, 2 ** 31 - 1),
  blockSeconds: whole(1, 60),
  /** Of a block. */
  gasLimit: whole(30_000_000, 2_000_000_000),
  coin: v.strictObject({ name: text, symbol: text }),
  /** Where the others find each other. */
  bootnode: v.optional(bootnode),
  /** None: a single node by the newest rules makes the blocks. */
  sealers: v.array(node, 'a list of nodes'),
  rpcNodes: v.pipe(
    v.array(v.strictObject({ ...node.entries, httpPort: port, url: v.optional(url) }), 'a list of nodes'),
    v.minLength(1, 'at least one RPC node'),
  ),
  /** Served on this host; `origins` are the addresses from which browsers may ask the RPC nodes. */
  page: v.strictObject({
    port,
    origins: v.array(
      v.pipe(v.string('an address'), v.regex(/^https?:\/\/[^/]+$/, 'such as https://page.example')),
      'a list of addresses',
    ),
  }),
  /** Coins that the first block gives to each account: a whole number of them, by name. */
  accounts: v.strictObject({
    deployer: coins,
    admin: coins,
    'tariff-officer': coins,
    operator: coins,
    reader: coins,
    treasurer: coins,
    bank: coins,
  }),
  /** What the contracts are deployed with: script/deploy.env.example explains each. */
  deployment: v.record(v.string(), v.string('a text')),
});

/** A private network: its nodes, where they listen, and what its first block holds. */
export type Description = v.InferOutput<typeof schema>;
export type NodeDescription = v.InferOutput<typeof node>;
export type AccountName = keyof Description['accounts'];

/** The description that the project comes with. */
export const DESCRIPTION = join(import.meta.dirname, 'network.json');

/** The same for a single node. */
export const SINGLE_NODE = join(import.meta.dirname, 'dev.json');

/** @throws Error of one line that names the file, the field, what stands there and what would be right. */
export function readDescription(file: string): Description {
  return parseDescription(readJson(file), file);
}

/** @param file What it is called in errors. */
export function parseDescription(json: unknown, file: string): Description {
  const result = v.safeParse(schema, json);
  if (!result.success) {
    const [issue] = result.issues;
    const field = v.getDotPath(issue) ?? 'the file';
    if (issue.expected === 'never') throw new Error(`${file}: there is no field ${field}.`);
    throw new Error(`${file}: ${field} is ${issue.received}; it must be ${issue.message}.`);
  }
  const taken = twice(result.output);
  if (taken) throw new Error(`${file}: ${taken} is there twice; every node needs its own.`);
  if (isSingle(result.output) && nodesOf(result.output).length > 1)
    throw new Error(`${file}: sealers is empty; it must hold a node, or there must be one RPC node and no bootnode.`);
  return result.output;
}

/** Whether one node by the newest rules makes the blocks, and there is no other one. */
export function isSingle({ sealers }: Description): boolean {
  return sealers.length === 0;
}

export function nodesOf({ bootnode, sealers, rpcNodes }: Description): NodeDescription[] {
  return [...(bootnode ? [bootnode] : []), ...sealers, ...rpcNodes];
}

/** The first name or address that two of them share. */
function twice(description: Description): string | undefined {
  const { rpcNodes, page } = description;
  const nodes = nodesOf(description);
  const used = [
    ...nodes.map(({ name }) => `the name ${name}`),
    ...nodes.map(({ host, port }) => `${host}:${port}`),
    `127.0.0.1:${page.port}`,
    ...rpcNodes.map(({ host, httpPort }) => `${host}:${httpPort}`),
    ...nodes.flatMap(({ host, metricsPort }) => (metricsPort ? [`${host}:${metricsPort}`] : [])),
  ];
  return used.find((one, i) => used.indexOf(one) !== i);
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code === 'ENOENT' ? 'is not there' : 'is not JSON';
    throw new Error(`${file} ${why}.`);
  }
}
