import { expect, it } from 'vitest';
import { flat, tariffOf } from './example.ts';

const MOST_RATE = '18446744073709.551615';

it('lets the highest figures of the format through', () => {
  const fixed = { id: 'fixed', kind: 'fixed', amount: MOST_RATE, per: ['kW', 'basis'], basis: 'calendar' };
  expect(() => tariffOf([{ ...flat, bands: [{ rate: MOST_RATE }] }, fixed])).not.toThrow();
});

it('refuses percentages of percentages that grow beyond any money', () => {
  const grow = (id: string, of: string) => ({ id, kind: 'percent', rate: '409600', of: [of] });
  const chain = Array.from({ length: 8 }, (_, index) => grow(`p-${index}`, index === 0 ? 'energy' : `p-${index - 1}`));
  expect(() => tariffOf([{ ...flat, bands: [{ rate: '0.000001' }] }, ...chain.slice(0, 6)])).not.toThrow();
  expect(() => tariffOf([{ ...flat, bands: [{ rate: '0.000001' }] }, ...chain])).toThrow(/^charges\[7\] is "up to 2\^/);
});

it('refuses a total of more than that', () => {
  const grow = (id: string, rate: string, of: string) => ({ id, kind: 'percent', rate, of: [of] });
  // 2^76 for rounding, 4,096 times as much six times, and 2,000 times: nearly 2^159 each.
  const chain = Array.from({ length: 6 }, (_, i) => grow(`p-${i}`, '409600', i === 0 ? 'energy' : `p-${i - 1}`));
  const large = ['a', 'b', 'c'].map((id) => grow(id, '200000', 'p-5'));
  const tariff = (of: string[]) =>
    tariffOf([{ ...flat, bands: [{ rate: '0.000001' }] }, ...chain, ...large], { total: { of } });
  expect(() => tariff(['a', 'b'])).not.toThrow();
  expect(() => tariff(['a', 'b', 'c'])).toThrow(/^total\.of is "up to 2\^161"/);
});

it('counts the lines that percentages round, all together', () => {
  const bands = Array.from({ length: 128 }, (_, index) => ({
    ...(index < 127 && { upTo: String(index + 1) }),
    rate: '1',
  }));
  const duty = (id: string) => ({
    id,
    kind: 'percent',
    rate: '5',
    of: ['energy'],
    lineRound: { to: '0.01', mode: 'halfUp' },
  });
  expect(() => tariffOf([{ ...flat, bands }, duty('a'), duty('b')])).not.toThrow();
  expect(() => tariffOf([{ ...flat, bands }, duty('a'), duty('b'), duty('c')])).toThrow(
    'charges[3].of is "384 lines"; expected percentages with lineRound of at most 256 lines, up to this one',
  );
});
