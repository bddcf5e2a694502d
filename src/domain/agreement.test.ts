import { expect, it } from 'vitest';
import { type Agreement, agreementCode, agreementOf } from './agreement.ts';

it.each<[number, Agreement]>([
  [0, { unit: 'prepaid' }],
  [1, { unit: 'day', count: 1 }],
  [511, { unit: 'day', count: 511 }],
  [513, { unit: 'month', count: 1 }],
  [524, { unit: 'month', count: 12 }],
])('%d is %j', (code, agreement) => {
  expect(agreementOf(code)).toEqual(agreement);
  expect(agreementCode(agreement)).toBe(code);
});
