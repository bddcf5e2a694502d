import { expect } from '@playwright/test';
import type { Address, Hash } from 'viem';
import type { Network } from './network.ts';
import { FLAT } from './past.ts';

const DAY = 86_400;
const MONTHLY = 513;
/** Rows of a transaction. */
const BATCH = 200;
/** Millionths of the currency for a kWh of the flat tariff. */
const RATE = 5_000_000n;
/** The coin's smallest units in a millionth. */
const UNIT = 10n ** 12n;

type Entry = { charged: bigint; credited: bigint; bills: number; register: number };

/** The test's own account of what was registered, read, billed and paid: written when something is done, by plain arithmetic. */
export class Books {
  readonly #network: Network;
  readonly #entries = new Map<bigint, Entry>();

  constructor(network: Network) {
    this.#network = network;
  }

  /** Registers connections since 31 days ago, of 50 kW and billed monthly by the flat tariff. */
  async register(numbers: readonly bigint[], holder: Address): Promise<void> {
    const readAt = Math.floor(Date.now() / 1000) - 31 * DAY;
    const common = { holder, category: FLAT, loadW: 50_000, agreement: MONTHLY, register: 0, readAt };
    const { board } = this.#network.accounts;
    let nonce = await this.#network.nonceOf(board);
    const hashes: Hash[] = [];
    for (const number of numbers) {
      hashes.push(
        await this.#network.send(board, 'electricityBilling', 'register', [{ ...common, number }], { nonce: nonce++ }),
      );
      this.#entries.set(number, { charged: 0n, credited: 0n, bills: 0, register: 0 });
    }
    for (const hash of hashes) expect((await this.#network.receiptOf(hash)).status).toBe('success');
  }

  /** Records a reading of each, in batches of one transaction. @param register Wh */
  async readAll(numbers: readonly bigint[], register: number): Promise<void> {
    const { board } = this.#network.accounts;
    const readAt = Math.floor(Date.now() / 1000) - 60;
    for (let from = 0; from < numbers.length; from += BATCH) {
      const batch = numbers.slice(from, from + BATCH);
      const rows = batch.map((number) => number | (BigInt(register) << 64n) | (BigInt(readAt) << 112n));
      await this.#network.write(board, 'electricityBilling', 'recordReadings', [rows]);
      for (const number of batch) this.read(number, register);
    }
  }

  /** A connection that the page has registered. */
  registered(number: bigint): void {
    this.#entries.set(number, { charged: 0n, credited: 0n, bills: 0, register: 0 });
  }

  /** @param register Wh */
  read(number: bigint, register: number): void {
    this.#entryOf(number).register = register;
  }

  /** All that was read and not billed yet is billed, at 5 a kWh. @param wh Used in the period. */
  billed(number: bigint, wh: number): void {
    const entry = this.#entryOf(number);
    entry.charged += (BigInt(wh) * RATE) / 1000n;
    entry.bills++;
  }

  /** By a payment or a credit note. @param amount Millionths of the currency. */
  paid(number: bigint, amount: bigint): void {
    this.#entryOf(number).credited += amount;
  }

  /** Of an advance. @param amount Millionths of the currency. */
  paidBack(number: bigint, amount: bigint): void {
    this.#entryOf(number).charged += amount;
  }

  /** What the contract is sent for an amount in millionths. */
  coins(amount: bigint): bigint {
    return amount * UNIT;
  }

  /** Every node's ledger says the same as these, once what fell out with a block stands in another one. */
  async compare(): Promise<void> {
    for (const index of this.#network.config.chain.rpcUrls.keys()) {
      for (const [number, entry] of this.#entries) {
        const found = () => this.#network.read<Entry>('electricityBilling', 'connection', [number], index);
        const message = `connection ${number} by RPC node ${index + 1}`;
        await expect.poll(found, { message, timeout: 60_000 }).toMatchObject(entry);
      }
    }
  }

  #entryOf(number: bigint): Entry {
    const entry = this.#entries.get(number);
    if (!entry) throw new Error(`${number} is not in the books.`);
    return entry;
  }
}
