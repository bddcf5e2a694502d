import * as v from 'valibot';
import type { Address, Hash } from 'viem';
import { type Role, roles } from './roles.ts';

const address = v.custom<Address>(
  (value) => typeof value === 'string' && /^0x[0-9a-fA-F]{40}$/.test(value),
  '0x and 40 hexadecimal digits',
);
const hash = v.custom<Hash>(
  (value) => typeof value === 'string' && /^0x[0-9a-f]{64}$/.test(value),
  '0x and 64 hexadecimal digits, lower case',
);
const text = v.pipe(v.string('a text'), v.nonEmpty('a text that is not empty'));
const natural = v.pipe(v.number('a number'), v.safeInteger('a whole number'), v.minValue(0, 'a number from 0 on'));
const positive = v.pipe(natural, v.minValue(1, 'a number from 1 on'));
const rpcUrl = v.custom<string>(
  (value) => typeof value === 'string' && /^https?:\/\/./.test(value),
  'an address that begins with http:// or https://',
);

const demoRoles = [...(Object.keys(roles) as Role[]), 'consumer'] as const;
const role = v.picklist(demoRoles, `one of ${demoRoles.join(', ')}`);

const demoAccount = v.strictObject({
  address,
  name: text,
  roles: v.array(role, 'a list of roles'),
  note: v.optional(text),
});

const schema = v.strictObject({
  board: v.strictObject({ name: text }),
  chain: v.strictObject({
    id: v.pipe(natural, v.minValue(1, 'a chain id')),
    name: text,
    coin: v.strictObject({
      name: text,
      symbol: v.pipe(text, v.maxLength(6, 'at most 6 letters: wallets take no more')),
    }),
    genesisHash: hash,
    rpcUrls: v.pipe(v.array(rpcUrl, 'a list of addresses'), v.minLength(1, 'at least one address')),
    // Between blocks of a chain that makes them steadily.
    blockSeconds: v.optional(positive),
  }),
  contracts: v.strictObject({ tariffBook: address, electricityBilling: address }),
  deploymentBlock: natural,
  confirmations: natural,
  demo: v.optional(v.strictObject({ accounts: v.array(demoAccount, 'a list of accounts'), note: text })),
});

/** Which chain, contracts and board the page is for: `config.json` beside the page. Blocks are numbers, confirmations are blocks. */
export type Config = v.InferOutput<typeof schema>;

export type DemoAccount = v.InferOutput<typeof demoAccount>;

/** `config.json` can't be had or can't be used. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  /** The field at fault, such as `chain.rpcUrls.0`; null when the file itself is. */
  readonly field: string | null;
  /** What stands there. */
  readonly found: string;
  /** What would be right. */
  readonly wanted: string;

  constructor(field: string | null, found: string, wanted: string) {
    super(`config.json${field ? `: ${field}` : ''}: found ${found}, wanted ${wanted}`);
    this.field = field;
    this.found = found;
    this.wanted = wanted;
  }
}

/** @throws ConfigError that names the first field that is wrong. */
export function parseConfig(json: unknown): Config {
  const result = v.safeParse(schema, json);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new ConfigError(
    v.getDotPath(issue),
    issue.received,
    issue.expected === 'never' ? 'no such field' : issue.message,
  );
}

/** Reads the configuration anew, past any cache. @throws ConfigError */
export async function fetchConfig(): Promise<Config> {
  const response = await fetch('config.json', { cache: 'no-store' }).catch(() => null);
  if (!response?.ok) throw new ConfigError(null, response ? String(response.status) : '–', 'config.json');
  const json: unknown = await response.json().catch(() => {
    throw new ConfigError(null, '–', 'JSON');
  });
  return parseConfig(json);
}
