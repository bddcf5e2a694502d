import { readFileSync } from 'node:fs';
import { type Abi, type Address, parseEther } from 'viem';
import { forge } from '../script/run/forge.ts';
import type { Board } from './board.ts';

const contracts = { naive: 'Naive', naiveWithEvent: 'NaiveWithEvent' } as const;
const OUT = 'cache/bench';

export type NaiveGas = Record<keyof typeof contracts, { record: number; payPart: number; payFull: number }>;

/** Compiles bench/Naive.sol with the project's settings, apart from what is deployed. */
export async function compileNaive(): Promise<void> {
  await forge(['build', 'bench/Naive.sol', '--no-cache', '--out', OUT]);
}

/** Measures both naive contracts in their steady state, on the chain of the other measurements: a month is recorded while part of the last is owed. */
export async function measureNaive({ client, board, holder }: Board): Promise<NaiveGas> {
  await client.setAutomine(true);
  const gasOf = async (sent: Promise<`0x${string}`>) => {
    const receipt = await client.waitForTransactionReceipt({ hash: await sent, pollingInterval: 20 });
    if (receipt.status !== 'success') throw new Error('A transaction of the naive contract failed.');
    return receipt;
  };
  const measure = async (name: string) => {
    const file = new URL(`../${OUT}/Naive.sol/${name}.json`, import.meta.url);
    const { abi, bytecode } = JSON.parse(readFileSync(file, 'utf8'));
    const deployment = client.deployContract({
      abi: abi as Abi,
      bytecode: bytecode.object,
      account: board,
      args: [parseEther('5')],
      chain: null,
    });
    const address = (await gasOf(deployment)).contractAddress as Address;
    const send = async (account: Address, functionName: string, args: unknown[], value = 0n) =>
      Number(
        (
          await gasOf(
            client.writeContract({ address, abi: abi as Abi, account, functionName, args, value, chain: null }),
          )
        ).gasUsed,
      );
    await send(board, 'record', [holder, 500n]);
    await send(holder, 'pay', [], parseEther('2000'));
    const record = await send(board, 'record', [holder, 250n]);
    const payPart = await send(holder, 'pay', [], parseEther('1000'));
    const payFull = await send(holder, 'pay', [], parseEther('750'));
    return { record, payPart, payFull };
  };
  return { naive: await measure(contracts.naive), naiveWithEvent: await measure(contracts.naiveWithEvent) };
}
