import type { Format } from './format.ts';
import type { MessageKey } from './keys.ts';

/** A sentence that is put into words when it is shown, in the language chosen then. Plain JSON: it survives a reload. */
export interface Words {
  key: MessageKey;
  values?: Record<string, Value>;
}

/** Something in a sentence: text as it is, a number to count by, a quantity with its unit, or another sentence. */
export type Value = string | number | Quantity | Words;

export interface Quantity {
  as: 'money' | 'coin' | 'energy' | 'load' | 'percent' | 'count' | 'date' | 'dateTime';
  value: string;
}

/** A quantity in the unit that {@link Format} takes for it. */
export function quantity(as: Quantity['as'], value: bigint | number): Quantity {
  return { as, value: String(value) };
}

export type Translate = (key: MessageKey, values?: Record<string, string | number>) => string;

export function say(words: Words, t: Translate, format: Format): string {
  const values = Object.entries(words.values ?? {}).map(([name, value]) => [name, show(value, t, format)]);
  return t(words.key, Object.fromEntries(values));
}

function show(value: Value, t: Translate, format: Format): string | number {
  if (typeof value !== 'object') return value;
  if ('key' in value) return say(value, t, format);
  return format[value.as](BigInt(value.value));
}
