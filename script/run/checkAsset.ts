import { type Address, erc20Abi, type PublicClient, zeroAddress } from 'viem';
import type { DeploySettings } from './deploySettings.ts';

/** Decimals of a millionth. */
const MILLIONTH = 6;

/**
 * Checks what everything is to be paid in, which no deployment can change: a token must be there, and amounts must come to as many of its units as its
 * decimals say. The chain's coin needs no check.
 * @throws Error of one line
 */
export async function checkAsset(client: PublicClient, settings: Pick<DeploySettings, 'ASSET' | 'UNIT' | 'STEP'>) {
  const address = settings.ASSET as Address;
  if (address === zeroAddress) return;
  if (!(await client.getCode({ address })))
    throw new Error(`ASSET is ${address}; it must be a token, and there is no contract at that address on this chain.`);
  const decimals = await client
    .readContract({ address, abi: erc20Abi, functionName: 'decimals' })
    .catch((error: Error) => {
      throw new Error(`ASSET is ${address}; the contract there is no token: it does not tell its decimals.`, {
        cause: error,
      });
    });
  const [unit, step] = [BigInt(settings.UNIT), BigInt(settings.STEP)];
  if (unit * 10n ** BigInt(MILLIONTH) === step * 10n ** BigInt(decimals)) return;
  const right =
    decimals < MILLIONTH
      ? `UNIT=1 and STEP=${10n ** BigInt(MILLIONTH - decimals)}`
      : `UNIT=${10n ** BigInt(decimals - MILLIONTH)} and STEP=1`;
  throw new Error(`UNIT is ${unit} and STEP is ${step}; with a token of ${decimals} decimals it must be ${right}.`);
}
