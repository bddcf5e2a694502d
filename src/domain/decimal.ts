/** Why a text is no decimal number: its shape, or more decimals than the quantity has. */
export class DecimalError extends Error {
  override readonly name = 'DecimalError';
  readonly reason: 'notANumber' | 'tooManyDecimals';

  constructor(reason: 'notANumber' | 'tooManyDecimals', message: string) {
    super(message);
    this.reason = reason;
  }
}

/**
 * Reads "-12.5" as a whole number of 10^-decimals: `parseDecimal('12.5', 6)` is 12_500_000n.
 * Digits with an optional minus and an optional fraction; no exponent, no grouping, no blanks.
 * @throws DecimalError
 */
export function parseDecimal(text: string, decimals: number): bigint {
  const [, sign, whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(text) ?? [];
  if (whole === undefined) {
    throw new DecimalError('notANumber', `"${text}" is not a decimal number such as 12 or 12.5`);
  }
  if (fraction.length > decimals) {
    throw new DecimalError(
      'tooManyDecimals',
      `"${text}" has ${fraction.length} decimals; at most ${decimals} are possible`,
    );
  }
  const magnitude = BigInt(whole + fraction.padEnd(decimals, '0'));
  return sign ? -magnitude : magnitude;
}

/**
 * Writes a whole number of 10^-decimals as a decimal text: `formatDecimal(12_500_000n, 6)` is "12.500000".
 * `keep` drops trailing zeros beyond that many decimals: `{ keep: 2 }` gives "12.50", `{ keep: 0 }` "12.5". No digit
 * other than zero is ever dropped.
 */
export function formatDecimal(value: bigint, decimals: number, { keep = decimals }: { keep?: number } = {}): string {
  const digits = (value < 0n ? -value : value).toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  let fraction = digits.slice(digits.length - decimals);
  while (fraction.length > keep && fraction.endsWith('0')) fraction = fraction.slice(0, -1);
  return `${value < 0n ? '-' : ''}${whole}${fraction && `.${fraction}`}`;
}
