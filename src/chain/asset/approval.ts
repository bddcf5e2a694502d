import { type Address, encodeFunctionData } from 'viem';
import type { Call } from '../transactions/request.ts';
import { tokenAbi } from './tokenAbi.ts';

/** Lets a contract take so many units of a token. */
export function approval(token: Address, spender: Address, value: bigint): Call {
  return {
    to: token,
    data: encodeFunctionData({ abi: tokenAbi, functionName: 'approve', args: [spender, value] }),
    value: 0n,
  };
}
