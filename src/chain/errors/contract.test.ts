import { type AbiParameter, encodeErrorResult, type Hex, keccak256, stringToHex } from 'viem';
import { describe, expect, it } from 'vitest';
import { createFormat } from '../../messages/format.ts';
import { chooseLanguage, i18n } from '../../messages/language.ts';
import { languages } from '../../messages/languages.ts';
import { say, type Translate, type Words } from '../../messages/words.ts';
import { electricityBillingAbi, tariffBookAbi } from '../abi.gen.ts';
import { roles } from '../roles.ts';
import { explainRevert } from './contract.ts';
import { unitsOfErrors } from './units.ts';

const errors = new Map<
  string,
  Extract<(typeof electricityBillingAbi | typeof tariffBookAbi)[number], { type: 'error' }>
>(
  [...electricityBillingAbi, ...tariffBookAbi]
    .filter((item) => item.type === 'error')
    .map((error) => [error.name, error]),
);
const inner = encodeErrorResult({
  abi: electricityBillingAbi,
  errorName: 'ReadingFalls',
  args: [1001n, 500_000, 600_000],
});

function sample({ type, name }: AbiParameter): unknown {
  if (type === 'address') return '0x70997970C51812dc3A010C7d01b50e0d17dc79C8';
  if (type === 'bytes32') return roles.operator;
  if (type === 'bytes3') return '0x494e52';
  if (type === 'bytes') return inner;
  if (type === 'string') return 'a reason';
  const bits = Number(/\d+/.exec(type)?.[0]);
  const value = name === 'readAt' || name === 'time' ? 1_700_000_000n : 120n;
  return bits > 48 ? value : Number(value);
}

function revertWith(name: string): Hex {
  const abi = [errors.get(name)];
  return encodeErrorResult({ abi, errorName: name, args: errors.get(name)?.inputs.map(sample) } as never);
}

const t: Translate = (key, values) => i18n._(key, values);
const format = createFormat({
  currencySymbol: '₹',
  coinSymbol: 'INR',
  utcOffset: 19_800,
  months: 'a b c d e f g h i j k l'.split(' '),
});
const sentence = (words: Words) => say(words, t, format);

globalThis.localStorage ??= { setItem: () => undefined } as unknown as Storage;

describe.each(Object.keys(languages) as (keyof typeof languages)[])('in %s', (language) => {
  it.each([...errors.keys()])('%s has a sentence with its figures', async (name) => {
    await chooseLanguage(language);
    const words = explainRevert(revertWith(name));
    expect(words.key).toBe(`error.${name}`);
    const text = sentence(words);
    expect(text).not.toBe(words.key);
    expect(text).not.toMatch(/undefined|[{}]/);
  });
});

it('knows the unit of every parameter of every error, and of no others', () => {
  const counts = (of: Iterable<readonly [string, number]>) => Object.fromEntries([...of].sort());
  const inAbi = [...errors.values()].map(({ name, inputs }) => [name, inputs.length] as const);
  const known = Object.entries(unitsOfErrors).map(([name, units]) => [name, units.length] as const);
  expect(counts(known)).toEqual(counts(inAbi));
});

describe('figures', () => {
  const english = async (name: string, args: readonly unknown[]) => {
    await chooseLanguage('en');
    const abi = [errors.get(name)];
    return sentence(explainRevert(encodeErrorResult({ abi, errorName: name, args } as never)));
  };

  it('energy is in kWh', async () => {
    expect(await english('ReadingFalls', [1001n, 500_000, 600_500])).toBe(
      "The register of connection 1001 can't fall: 500 kWh is less than the latest reading, 600.5 kWh.",
    );
  });
  it('money is in the currency', async () => {
    expect(await english('AboveAdvance', [1001n, 2_500_000_000n, 500_000_000n])).toBe(
      "Connection 1001 has an advance of ₹500.00, so ₹2,500.00 can't be paid back.",
    );
  });
  it('roles have names', async () => {
    const account = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8';
    expect(await english('AccessControlUnauthorizedAccount', [account, roles.reader])).toBe(
      `The account ${account} may not do this: it lacks the role meter reader.`,
    );
  });
  it('an error within an error is told', async () => {
    const reason = encodeErrorResult({ abi: tariffBookAbi, errorName: 'NoTariffInForce', args: [3, 0] });
    expect(await english('NoBill', [1001n, reason])).toBe(
      'The tariff gives no bill for connection 1001. Category 3 had no tariff in force on 1 a 1970.',
    );
  });
});

describe('other reverts', () => {
  it('a text', () => {
    const data = encodeErrorResult({
      abi: [{ type: 'error', name: 'Error', inputs: [{ type: 'string' }] }],
      args: ['no'],
    });
    expect(explainRevert(data)).toEqual({ key: 'error.revertText', values: { text: 'no' } });
  });
  it('a panic', () => {
    const data = encodeErrorResult({
      abi: [{ type: 'error', name: 'Panic', inputs: [{ type: 'uint256' }] }],
      args: [17n],
    });
    expect(explainRevert(data)).toEqual({ key: 'error.panic', values: { code: '17' } });
  });
  it('an error of another contract', () => {
    const data = keccak256(stringToHex('Strange()')).slice(0, 10) as Hex;
    expect(explainRevert(data)).toEqual({ key: 'error.unknownRevert', values: { data } });
  });
  it('no data at all', () => {
    expect(explainRevert('0x').key).toBe('error.unknownRevert');
  });
});
