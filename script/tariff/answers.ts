import { isDeepStrictEqual } from 'node:util';
import { formatDecimal } from '../../src/domain/decimal.ts';
import { computeSplitBill } from '../../src/domain/tariff/bill.ts';
import { DECIMALS, type Tariff } from '../../src/domain/tariff/model.ts';
import type { Payment } from '../../src/domain/tariff/parseUsage.ts';
import { unitsFor } from '../../src/domain/tariff/prepaid.ts';
import type { TariffVersion, Usage } from '../../src/domain/tariff/usage.ts';
import type { ContractSide, Quote } from './contractSide.ts';

/** What is printed: money and kWh as decimal strings. */
type QuoteAnswer = { items: ItemAnswer[]; total: string; carried: string };
type UnitsAnswer = { kwh: string; left: string };
type ItemAnswer = { id: string; amount: string };

/** What both sides say, each by its own code. */
export type Answer<T> = { contract: T; browser: T; equal: boolean };

/** @throws UsageError, or Error of one line with the contract's refusal */
export async function quoteBoth(
  contracts: ContractSide,
  versions: readonly TariffVersion[],
  usage: Usage,
): Promise<Answer<QuoteAnswer>> {
  // First, since it names the field where there is no answer.
  const { items, total, carried } = computeSplitBill(versions, usage);
  const browser = { items: items.filter(({ printed }) => printed), total, carried };
  return both(quoteAnswer(await contracts.quote(versions, usage)), quoteAnswer(browser));
}

/** @throws UsageError, or Error of one line with the contract's refusal */
export async function unitsBoth(
  contracts: ContractSide,
  tariff: Tariff,
  payment: Payment,
): Promise<Answer<UnitsAnswer> & { deductions: ItemAnswer[] }> {
  const { units, left, deductions } = unitsFor(tariff, payment.amount, payment.already);
  const bought = await contracts.units(tariff, payment);
  const answer = both(unitsAnswer(bought.wh, bought.left), unitsAnswer(units, left));
  const areSame = isDeepStrictEqual(
    bought.deductions,
    deductions.map(({ amount }) => amount),
  );
  return { ...answer, equal: answer.equal && areSame, deductions: deductions.map(itemAnswer) };
}

function both<T>(contract: T, browser: T): Answer<T> {
  return { contract, browser, equal: isDeepStrictEqual(contract, browser) };
}

function quoteAnswer({ items, total, carried }: Quote): QuoteAnswer {
  return { items: items.map(itemAnswer), total: money(total), carried: money(carried) };
}

function unitsAnswer(wh: bigint, left: bigint): UnitsAnswer {
  return { kwh: formatDecimal(wh, DECIMALS.energy, { keep: 0 }), left: money(left) };
}

function itemAnswer({ id, amount }: { id: string; amount: bigint }): ItemAnswer {
  return { id, amount: money(amount) };
}

export function money(amount: bigint): string {
  return formatDecimal(amount, DECIMALS.money, { keep: 0 });
}
