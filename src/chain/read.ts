import {
  type Abi,
  type Address,
  type ContractFunctionArgs,
  type ContractFunctionName,
  type ContractFunctionReturnType,
  decodeFunctionResult,
  encodeFunctionData,
  numberToHex,
} from 'viem';
import type { ChainClient } from './client.ts';

type View = 'view' | 'pure';

/**
 * Calls a view of a contract, at the latest block if no other is given: `read(client, contracts.tariffBook, 'versions', [category])`. Does what viem's `readContract` does without
 * the contract code that one carries for multicalls; the transport puts calls made at the same time into one request anyway.
 */
export async function read<
  const abi extends Abi,
  name extends ContractFunctionName<abi, View>,
  const args extends ContractFunctionArgs<abi, View, name>,
>(
  client: ChainClient,
  { address, abi }: { address: Address; abi: abi },
  functionName: name,
  args: args,
  block?: bigint,
): Promise<ContractFunctionReturnType<abi, View, name, args>> {
  const input = encodeFunctionData({ abi, functionName, args } as never);
  const at = block === undefined ? 'latest' : numberToHex(block);
  const data = await client.request({ method: 'eth_call', params: [{ to: address, data: input }, at] });
  return decodeFunctionResult({ abi, functionName, args, data } as never) as never;
}
