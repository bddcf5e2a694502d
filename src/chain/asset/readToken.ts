import type { Address, ContractFunctionArgs, ContractFunctionName, ContractFunctionReturnType } from 'viem';
import type { ChainClient } from '../client.ts';
import { read } from '../read.ts';
import { tokenAbi } from './tokenAbi.ts';

type View = 'view' | 'pure';

/** Calls a view of a token at the latest block. */
export function readToken<
  name extends ContractFunctionName<typeof tokenAbi, View>,
  const args extends ContractFunctionArgs<typeof tokenAbi, View, name>,
>(
  client: ChainClient,
  address: Address,
  functionName: name,
  args: args,
): Promise<ContractFunctionReturnType<typeof tokenAbi, View, name, args>> {
  return read(client, { address, abi: tokenAbi }, functionName, args);
}
