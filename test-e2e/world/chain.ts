import { type Abi, type Address, bytesToHex, type Hash } from 'viem';
import { type Accounts, nameAccounts } from '../../script/demo/accounts.ts';
import { deployDemo } from '../../script/demo/deployDemo.ts';
import { genesisTimeFor, seedDemo } from '../../script/demo/seed.ts';
import { connect } from '../../script/demo/timeline.ts';
import { type Anvil, startAnvil } from '../../script/run/anvil.ts';
import { unusedPort } from '../../script/run/ports.ts';
import { electricityBillingAbi, tariffBookAbi } from '../../src/chain/abi.gen.ts';
import type { Config } from '../../src/chain/config.ts';
import { encodeTariff } from '../../src/domain/tariff/encode.ts';
import { parseTariffText } from '../../src/domain/tariff/parse.ts';

const DAY = 86_400;

/** A node of a worker's own, with the contracts and two years of the demonstration's history. */
export type Chain = {
  config: Config;
  accounts: Accounts;
  node: ReturnType<typeof connect>;
  anvil: Anvil;
  /** Writes to a contract past the page, as somebody else would, and waits for the block. */
  write(
    from: Address,
    contract: keyof typeof abis,
    functionName: string,
    args: unknown[],
    value?: bigint,
  ): Promise<Hash>;
  read<T>(contract: keyof typeof abis, functionName: string, args: unknown[]): Promise<T>;
  /** Moves the chain's clock on. */
  passDays(days: number): Promise<void>;
  /** Publishes a tariff file and waits out its notice. @returns The first day on which it applies. */
  publish(category: number, file: string): Promise<number>;
};

const abis = { tariffBook: tariffBookAbi, electricityBilling: electricityBillingAbi } as const;

export async function startChain(): Promise<Chain> {
  const now = Math.floor(Date.now() / 1000);
  const anvil = await startAnvil(await unusedPort(), genesisTimeFor(now));
  const config = await deployDemo(anvil.rpcUrl);
  await seedDemo(anvil.rpcUrl, config.contracts, now);
  return openChain(anvil, config);
}

/** A deployment on a node that runs already. */
export async function openChain(anvil: Anvil, config: Config): Promise<Chain> {
  const node = connect(anvil.rpcUrl);
  const accounts = nameAccounts(await node.getAddresses());

  const at = (contract: keyof typeof abis) => ({ address: config.contracts[contract], abi: abis[contract] as Abi });
  const chain: Chain = {
    config,
    accounts,
    node,
    anvil,
    write: async (account, contract, functionName, args, value = 0n) => {
      const call = { ...at(contract), account, functionName, args, value, gas: 5_000_000n, chain: null };
      const hash = await node.writeContract(call as never);
      const { status } = await node.waitForTransactionReceipt({ hash, pollingInterval: 50 });
      if (status !== 'success') throw new Error(`${functionName} reverted`);
      return hash;
    },
    read: (contract, functionName, args) =>
      node.readContract({ ...at(contract), functionName, args } as never) as Promise<never>,
    passDays: async (days) => {
      await node.increaseTime({ seconds: days * DAY });
      await node.mine({ blocks: 1 });
    },
    publish: async (category, file) => {
      const program = bytesToHex(encodeTariff(parseTariffText(file)));
      const start = await chain.read<number>('tariffBook', 'earliestStartDay', []);
      await chain.write(accounts.board, 'tariffBook', 'publish', [category, start, program]);
      await chain.passDays(31);
      return start;
    },
  };
  return chain;
}
