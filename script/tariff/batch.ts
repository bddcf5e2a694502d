import { parseDecimal } from '../../src/domain/decimal.ts';
import { FieldError } from '../../src/domain/fieldError.ts';
import { divide } from '../../src/domain/rounding.ts';
import { TariffError } from '../../src/domain/tariff/errors.ts';
import { DECIMALS } from '../../src/domain/tariff/model.ts';
import { readObject } from '../../src/domain/tariff/parseFields.ts';
import { parsePayment, parseUsage } from '../../src/domain/tariff/parseUsage.ts';
import { parseVersions } from '../../src/domain/tariff/parseVersions.ts';
import type { TariffVersion } from '../../src/domain/tariff/usage.ts';
import { quoteBoth, unitsBoth } from './answers.ts';
import type { ContractSide } from './contractSide.ts';

/** One entry of a file in the layout of test-data/published-bills.json. Of `expected` only what is given is compared. */
export type Case = {
  id: string;
  tariff?: unknown;
  versions?: unknown;
  usage: Record<string, unknown>;
  expected: { total?: string; carried?: string; kwh?: string; left?: string; items?: Record<string, string> };
};

/** @throws TariffError */
export function parseCases(value: unknown): Case[] {
  if (!Array.isArray(value)) throw new TariffError('', value, 'a list of cases');
  return value.map((one, index) => {
    const field = `[${index}]`;
    if (typeof one?.id !== 'string') throw new TariffError(`${field}.id`, one?.id, 'a text');
    if (typeof one.usage !== 'object') throw new TariffError(`${field}.usage`, one.usage, 'what is to be billed');
    readObject(one.expected, `${field}.expected`, ['total', 'carried', 'kwh', 'left', 'items']);
    return one;
  });
}

/** What is printed of a case. A case that has no answer says why, and the next one goes on. */
export async function answerCase(contracts: ContractSide, one: Case): Promise<Record<string, unknown>> {
  try {
    const versions = parseVersions('versions' in one ? { versions: one.versions } : one.tariff);
    const isPayment = one.usage.amount !== undefined;
    return isPayment ? await answerPayment(contracts, one, versions) : await answerBill(contracts, one, versions);
  } catch (error) {
    if (!(error instanceof FieldError) && !(error instanceof Error && error.message.startsWith('The contract'))) {
      throw error;
    }
    return { id: one.id, error: error.message, equal: false, asExpected: false };
  }
}

async function answerBill(contracts: ContractSide, { id, usage, expected }: Case, versions: TariffVersion[]) {
  const answer = await quoteBoth(contracts, versions, parseUsage(usage));
  const { contract } = answer;
  const asExpected =
    isSame(contract.total, expected.total) &&
    isSame(contract.carried, expected.carried) &&
    areAsPrinted(contract.items, expected.items);
  return { id, ...answer, asExpected: answer.equal && asExpected };
}

async function answerPayment(contracts: ContractSide, { id, usage, expected }: Case, versions: TariffVersion[]) {
  const { tariff } = versions.at(-1) as TariffVersion;
  const { deductions, ...answer } = await unitsBoth(contracts, tariff, parsePayment(usage));
  const asExpected =
    isSame(answer.contract.kwh, expected.kwh) &&
    isSame(answer.contract.left, expected.left) &&
    areAsPrinted(deductions, expected.items);
  return { id, ...answer, asExpected: answer.equal && asExpected };
}

function isSame(figure: string, expected: string | undefined): boolean {
  return expected === undefined || millionths(figure) === millionths(expected);
}

/** An item is right when it comes to the printed figure once it is rounded half up to as many decimals. */
function areAsPrinted(items: { id: string; amount: string }[], expected: Record<string, string> = {}): boolean {
  return Object.entries(expected).every(([id, printed]) => {
    const item = items.find((item) => item.id === id);
    const digit = 10n ** BigInt(DECIMALS.money - (printed.split('.')[1]?.length ?? 0));
    return item !== undefined && divide(millionths(item.amount), digit) * digit === millionths(printed);
  });
}

function millionths(figure: string): bigint {
  return parseDecimal(figure, DECIMALS.money);
}
