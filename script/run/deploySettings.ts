import * as v from 'valibot';
import { isAddress, zeroAddress } from 'viem';

const given = v.string('is missing');
const whole = (min: number, max: number) =>
  v.pipe(
    given,
    v.regex(/^-?\d+$/, 'must be a whole number'),
    v.check((text) => Number(text) >= min && Number(text) <= max, `must be from ${min} to ${max}`),
  );
const address = v.pipe(
  given,
  v.check((text) => isAddress(text), 'must be an address: 0x and 40 hexadecimal digits'),
);
const seconds = whole(0, 2 ** 32 - 1);
const positive = v.pipe(given, v.regex(/^[1-9]\d{0,27}$/, 'must be a whole number from 1 on'));

/** What both contracts are deployed with, by the names of the environment variables that script/Deploy.s.sol reads. */
const schema = v.object({
  /** ISO 4217. */
  CURRENCY: v.pipe(given, v.regex(/^[A-Z]{3}$/, 'must be three capital letters')),
  /** The token that everything is paid in; zero for the chain's coin. */
  ASSET: v.optional(address, zeroAddress),
  /** The asset's own units in `STEP` millionths of the currency. */
  UNIT: positive,
  /** Amounts are a multiple of that many millionths of the currency. */
  STEP: v.optional(positive, '1'),
  /** Between a tariff's publication and its first day. */
  NOTICE_SECONDS: seconds,
  /** By which the board's local time is ahead of UTC. */
  UTC_OFFSET_SECONDS: whole(-86_399, 86_399),
  /** Plausibility limit of a reading, in per cent of what the sanctioned load can draw. */
  PLAUSIBILITY_PERCENT: whole(1, 65_535),
  /** That a change of admin waits. */
  ADMIN_DELAY_SECONDS: seconds,
  ADMIN: address,
  TARIFF_OFFICER: address,
  OPERATOR: address,
  READER: address,
  TREASURER: address,
});

export type DeploySettings = v.InferOutput<typeof schema>;

/** @throws Error that names the variable, what it holds and what would be right. */
export function readDeploySettings(env: NodeJS.ProcessEnv): DeploySettings {
  const result = v.safeParse(schema, env, { abortEarly: true });
  if (result.success) return result.output;
  const [issue] = result.issues;
  const name = v.getDotPath(issue) ?? '';
  throw new Error(env[name] === undefined ? `${name} is missing.` : `${name} is "${env[name]}"; it ${issue.message}.`);
}
