import type { Abi, Address, ContractFunctionArgs, ContractFunctionName } from 'viem';
import type { Call } from './timeline.ts';

type Writes = 'nonpayable' | 'payable';

/** Makes calls of one contract's functions, with their names and arguments checked against its ABI. */
export function callsOf<const A extends Abi>(address: Address, abi: A) {
  return <F extends ContractFunctionName<A, Writes>>(
    account: Address,
    functionName: F,
    args: ContractFunctionArgs<A, Writes, F>,
    value?: bigint,
  ): Call => ({
    address,
    abi: abi as Abi,
    account,
    functionName,
    args: args as readonly unknown[],
    value: value ?? 0n,
  });
}
