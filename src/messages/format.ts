import { formatDecimal } from '../domain/decimal.ts';

/** Digits grouped as in India (1,23,456), in Latin figures for every language, and exact: whatever stands in the number is shown. */
export interface Format {
  /** Millionths of the currency; at least two decimals. */
  money(millionths: bigint): string;
  /** Wh, shown in kWh. */
  energy(wh: bigint | number): string;
  /** Millionths of a kWh, in which tariffs have their limits. */
  units(millionths: bigint): string;
  /** W, shown in kW. */
  load(w: bigint | number): string;
  /** Ten-thousandths of a per cent. */
  percent(value: bigint | number): string;
  count(value: bigint | number): string;
  /** The chain's coin, in its smallest unit of 10⁻¹⁸; cut to six decimals. */
  coin(wei: bigint): string;
  /** Days since 1 January 1970 in the board's local time. */
  date(day: bigint | number): string;
  /** A period from a day to the day before another, as short as it can be said. */
  period(fromDay: number, toDay: number): string;
  /** Month and year of such a day. */
  month(day: bigint | number): string;
  /** Seconds since 1970 (UTC), shown in the board's local time. */
  dateTime(seconds: bigint | number): string;
  /** The start and the end of an address or a hash. */
  short(hex: string): string;
}

export interface FormatSettings {
  /** Stands before every amount. */
  currencySymbol: string;
  /** Stands after every amount of the chain's coin. */
  coinSymbol: string;
  /** Seconds by which the board's local time is ahead of UTC. */
  utcOffset: number;
  /** Twelve short names. */
  months: readonly string[];
}

const secondsPerDay = 86_400;
const weiPerMillionth = 10n ** 12n;

export function createFormat({ currencySymbol, coinSymbol, utcOffset, months }: FormatSettings): Format {
  const parts = (seconds: number) => new Date(seconds * 1000);
  const monthName = (time: Date) => `${months[time.getUTCMonth()]} ${time.getUTCFullYear()}`;
  const dateOf = (time: Date) => `${time.getUTCDate()} ${monthName(time)}`;
  return {
    money: (millionths) => signed(millionths, (value) => currencySymbol + decimal(value, 6, 2)),
    energy: (wh) => `${signed(BigInt(wh), (value) => decimal(value, 3, 0))} kWh`,
    units: (millionths) => `${signed(millionths, (value) => decimal(value, 6, 0))} kWh`,
    load: (w) => `${signed(BigInt(w), (value) => decimal(value, 3, 0))} kW`,
    percent: (value) => `${signed(BigInt(value), (digits) => decimal(digits, 4, 0))} %`,
    count: (value) => signed(BigInt(value), (digits) => decimal(digits, 0, 0)),
    coin: (wei) => `${signed(wei / weiPerMillionth, (value) => decimal(value, 6, 0))} ${coinSymbol}`,
    date: (day) => dateOf(parts(Number(day) * secondsPerDay)),
    period: (fromDay, toDay) => {
      const [from, to] = [parts(fromDay * secondsPerDay), parts((toDay - 1) * secondsPerDay)];
      if (from.getUTCFullYear() !== to.getUTCFullYear()) return `${dateOf(from)} – ${dateOf(to)}`;
      const day = from.getUTCDate();
      if (from.getUTCMonth() === to.getUTCMonth()) return `${day === to.getUTCDate() ? '' : `${day}–`}${dateOf(to)}`;
      return `${day} ${months[from.getUTCMonth()]} – ${dateOf(to)}`;
    },
    month: (day) => monthName(parts(Number(day) * secondsPerDay)),
    dateTime: (seconds) => {
      const time = parts(Number(seconds) + utcOffset);
      return `${dateOf(time)}, ${two(time.getUTCHours())}:${two(time.getUTCMinutes())}`;
    },
    short: (hex) => (hex.length > 13 ? `${hex.slice(0, 6)}…${hex.slice(-4)}` : hex),
  };
}

/** The sign that goes with a currency code, ₹ for INR; the code itself where there is none. */
export function currencySymbol(code: string): string {
  try {
    const format = new Intl.NumberFormat('en-IN', {
      style: 'currency',
      currency: code,
      currencyDisplay: 'narrowSymbol',
    });
    return format.formatToParts(0).find((part) => part.type === 'currency')?.value ?? code;
  } catch {
    return code;
  }
}

function signed(value: bigint, show: (magnitude: bigint) => string): string {
  return value < 0n ? `−${show(-value)}` : show(value);
}

function decimal(value: bigint, decimals: number, keep: number): string {
  const [whole = '', fraction] = formatDecimal(value, decimals, { keep }).split('.');
  return fraction ? `${grouped(whole)}.${fraction}` : grouped(whole);
}

function grouped(whole: string): string {
  if (whole.length <= 3) return whole;
  return `${whole.slice(0, -3).replace(/\B(?=(\d\d)+$)/g, ',')},${whole.slice(-3)}`;
}

function two(value: number): string {
  return String(value).padStart(2, '0');
}
