import { existsSync, readFileSync } from 'node:fs';
import { type Abi, type Address, bytesToHex, type Hex, stringToHex } from 'viem';
import { encodeTariff } from '../../src/domain/tariff/encode.ts';
import type { Tariff } from '../../src/domain/tariff/model.ts';
import type { Payment } from '../../src/domain/tariff/parseUsage.ts';
import type { TariffVersion, Usage } from '../../src/domain/tariff/usage.ts';
import { connect } from '../demo/timeline.ts';
import { startAnvil } from '../run/anvil.ts';
import { forge } from '../run/forge.ts';
import { unusedPort } from '../run/ports.ts';
import { throwRefusal } from './refusal.ts';

/** As ITariffBook.Quote has it; millionths of the currency. */
export type Quote = { items: readonly { id: string; amount: bigint }[]; total: bigint; carried: bigint };
/** As IPrepaidUnits.Purchase has it; Wh and millionths of the currency. */
type Purchase = { wh: bigint; left: bigint; deductions: readonly bigint[] };

/** What the contracts say of tariffs, on a chain of their own that is thrown away. */
export type ContractSide = {
  /** A quote by the versions of a category, published as on any chain. */
  quote(versions: readonly TariffVersion[], usage: Usage): Promise<Quote>;
  units(tariff: Tariff, payment: Payment): Promise<Purchase>;
  /** @throws Error of one line where the contract refuses one to be published */
  check(versions: readonly TariffVersion[]): Promise<void>;
  stop(): Promise<void>;
};

type Artifact = { abi: Abi; bytecode: { object: Hex } };

/** @throws Error of one line */
export async function startContractSide(): Promise<ContractSide> {
  const [TariffBook, PrepaidUnits] = [await artifact('TariffBook'), await artifact('PrepaidUnits')];
  // A second after 1970 began: every version can still be announced.
  const anvil = await startAnvil(await unusedPort(), 1);
  const client = connect(anvil.rpcUrl);
  const account = (await client.getAddresses())[0] as Address;

  const mined = async (hash: Hex) => {
    const receipt = await client.waitForTransactionReceipt({ hash, pollingInterval: 10 });
    if (receipt.status !== 'success') throw new Error('The contract refused to publish the tariff.');
    return receipt;
  };
  const deploy = async ({ abi, bytecode }: Artifact, args: unknown[]): Promise<Address> => {
    const hash = await client.deployContract({ abi, bytecode: bytecode.object, args, account, chain: null });
    return (await mined(hash)).contractAddress as Address;
  };
  const read = <T>(address: Address, abi: Abi, functionName: string, args: unknown[]) =>
    client.readContract({ address, abi, functionName, args }).catch(throwRefusal) as Promise<T>;

  let categories = 0;
  /** A book has one currency. */
  const books = new Map<string, Promise<Address>>();
  const newBook = async (currency: string) => {
    const address = await deploy(TariffBook, [account, 0, stringToHex(currency), 0, 0]);
    const role = await read<Hex>(address, TariffBook.abi, 'TARIFF_OFFICER_ROLE', []);
    const grant = { functionName: 'grantRole', args: [role, account] };
    await mined(await client.writeContract({ address, abi: TariffBook.abi, ...grant, account, chain: null }));
    return address;
  };
  const bookFor = (currency: string) => {
    const book = books.get(currency) ?? newBook(currency);
    books.set(currency, book);
    return book;
  };
  const prepaid = await deploy(PrepaidUnits, [await bookFor('INR')]);

  /** Publishes all versions as a category of its own. */
  const publish = async (versions: readonly TariffVersion[]) => {
    const last = (versions.at(-1) as TariffVersion).tariff;
    const address = await bookFor(last.currency);
    categories += 1;
    for (const { fromDay, tariff } of versions) {
      const args = [categories, fromDay, program(tariff)];
      const call = { address, abi: TariffBook.abi, functionName: 'publish', args, account, gas: 25_000_000n };
      await client.simulateContract(call).catch(throwRefusal);
      await mined(await client.writeContract({ ...call, chain: null }));
    }
    return { address, category: categories, last };
  };

  return {
    quote: async (versions, usage) => {
      const { address, category, last } = await publish(versions);
      return read(address, TariffBook.abi, 'quote', [category, contractUsage(last, usage)]);
    },
    check: async (versions) => void (await publish(versions)),
    units: (tariff, { amount, already }) =>
      read(prepaid, PrepaidUnits.abi, 'preview', [program(tariff), amount, already]),
    stop: () => anvil.stop(),
  };
}

/** What forge compiled, after compiling where it hasn't yet. */
async function artifact(name: string): Promise<Artifact> {
  const file = new URL(`../../out/${name}.sol/${name}.json`, import.meta.url);
  if (!existsSync(file)) await forge(['build', 'contracts/src']);
  return JSON.parse(readFileSync(file, 'utf8'));
}

function program(tariff: Tariff): Hex {
  return bytesToHex(encodeTariff(tariff));
}

/** As ITariffBook.Usage has it: adjustments in the order that the tariff declares them, zero where not given. */
export function contractUsage(
  { adjustments }: Tariff,
  { energy, load, fromDay, toDay, carried, adjustments: given = [] }: Usage,
) {
  const amounts = new Map(given.map(({ id, amount }) => [id, amount]));
  return {
    wh: energy,
    loadW: Number(load ?? 0n),
    fromDay,
    toDay,
    carried: carried ?? 0n,
    adjustments: adjustments.map((id) => amounts.get(id) ?? 0n),
  };
}
