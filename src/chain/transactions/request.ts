import type { ContractFunctionArgs, ContractFunctionName, Hex } from 'viem';
import { encodeFunctionData } from 'viem';
import type { Words } from '../../messages/words.ts';
import type { Contracts, Deployment } from '../deployment.ts';

type Abi<C extends keyof Contracts> = Contracts[C]['abi'];
type Write = 'nonpayable' | 'payable';

interface RequestOf<C extends keyof Contracts, F extends ContractFunctionName<Abi<C>, Write>> {
  contract: C;
  functionName: F;
  args: ContractFunctionArgs<Abi<C>, Write, F>;
  /** What it takes from the account, in the own unit of what everything is paid in: coin is sent along, a token is taken by an allowance. */
  value?: bigint;
  /** The same with a permit for the token, where there is such a call. */
  withPermit?: (permit: Permit) => WriteRequest;
  /** What it does, in the imperative: "Pay ₹500.00 for 1001". */
  describe: Words;
  /** What it is about, such as `connection:1001`, to find it again after a reload. */
  subject?: string;
}

/** A signature that lets the contract take a token (EIP-2612). */
export interface Permit {
  deadline: bigint;
  v: number;
  r: Hex;
  s: Hex;
}

/** A call of one of the contracts that changes something. */
export type WriteRequest = {
  [C in keyof Contracts]: { [F in ContractFunctionName<Abi<C>, Write>]: RequestOf<C, F> }[ContractFunctionName<
    Abi<C>,
    Write
  >];
}[keyof Contracts];

/** A call as nodes and wallets take it. */
export interface Call {
  to: `0x${string}`;
  data: Hex;
  value: bigint;
}

export function callOf({ contracts, facts }: Pick<Deployment, 'contracts' | 'facts'>, request: WriteRequest): Call {
  const { address, abi } = contracts[request.contract];
  const data = encodeFunctionData({ abi, functionName: request.functionName, args: request.args } as never);
  return { to: address, data, value: facts.asset ? 0n : (request.value ?? 0n) };
}
