/** A value that was refused: which field, what stood there, and what would be right. */
export class FieldError extends Error {
  override readonly name: string = 'FieldError';
  /** Where the value stands, such as `charges[2].bands[0].upTo`; empty for the whole. */
  readonly field: string;
  readonly value: unknown;
  /** What would be right, as a phrase that completes "expected …". */
  readonly expected: string;

  constructor(field: string, value: unknown, expected: string) {
    super(`${field || 'the file'} ${value === undefined ? 'is missing' : `is ${show(value)}`}; expected ${expected}`);
    this.field = field;
    this.value = value;
    this.expected = expected;
  }
}

function show(value: unknown): string {
  if (typeof value === 'bigint') return value.toString();
  const text = JSON.stringify(value) ?? String(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}
