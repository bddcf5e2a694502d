import { describe, expect, it } from 'vitest';
import { createFormat, currencySymbol } from './format.ts';

const format = createFormat({
  currencySymbol: '₹',
  coinSymbol: 'INR',
  utcOffset: 19_800,
  months: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
});

describe('money', () => {
  it.each([
    [0n, '₹0.00'],
    [2_500_000_000n, '₹2,500.00'],
    [123_456_500_000n, '₹1,23,456.50'],
    [1_234_567_890_000_000n, '₹1,23,45,67,890.00'],
    [18_446_744_073_709_551_615n, '₹1,84,46,74,40,73,709.551615'],
    [1n, '₹0.000001'],
    [5_250_000n, '₹5.25'],
    [-500_000_000n, '−₹500.00'],
  ])('%d millionths are %s', (millionths, text) => expect(format.money(millionths)).toBe(text));
});

describe('energy and load', () => {
  it('shows Wh as kWh without losing any', () => {
    expect(format.energy(500_000n)).toBe('500 kWh');
    expect(format.energy(1_234_567n)).toBe('1,234.567 kWh');
    expect(format.energy(281_474_976_710_655)).toBe('2,81,47,49,76,710.655 kWh');
  });
  it('shows the limits of tariffs in kWh', () => expect(format.units(122_217_659n)).toBe('122.217659 kWh'));
  it('shows W as kW', () => expect(format.load(2_500n)).toBe('2.5 kW'));
  it('shows ten-thousandths of a per cent', () => expect(format.percent(15_000n)).toBe('1.5 %'));
});

describe('dates', () => {
  it('reads days as calendar days', () => {
    expect(format.date(0)).toBe('1 Jan 1970');
    expect(format.date(19_782n)).toBe('29 Feb 2024');
    expect(format.month(19_782)).toBe('Feb 2024');
  });
  it('says a period as short as it can', () => {
    expect(format.period(19_782, 19_783)).toBe('29 Feb 2024');
    expect(format.period(19_754, 19_783)).toBe('1–29 Feb 2024');
    expect(format.period(19_723, 19_783)).toBe('1 Jan – 29 Feb 2024');
    expect(format.period(19_692, 19_783)).toBe('1 Dec 2023 – 29 Feb 2024');
  });
  it("shows times in the board's local time", () => expect(format.dateTime(1_709_231_400n)).toBe('1 Mar 2024, 00:00'));
});

it('shows the coin to six decimals', () => {
  expect(format.coin(1_234_500_000_999_999_999_999n)).toBe('1,234.5 INR');
});

it('shortens hashes and addresses', () => {
  expect(format.short('0x70997970C51812dc3A010C7d01b50e0d17dc79C8')).toBe('0x7099…79C8');
});

it('knows the sign of a currency, and does without for one that has none', () => {
  expect(currencySymbol('INR')).toBe('₹');
  expect(currencySymbol('XQZ')).toBe('XQZ');
  expect(currencySymbol('no')).toBe('no');
});
