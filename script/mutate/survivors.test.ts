import { expect, test } from 'vitest';
import { summary, type Tried } from './survivors.ts';

const survivor = { file: 'A.sol', within: 'f', from: 'a > b', to: 'a >= b' };
const listed = { ...survivor, reason: 'The same where both are equal.' };

function tried(killed: number, ...survivors: (typeof survivor)[]): Tried[] {
  const one = { file: 'A.sol', within: 'f', from: 'a', to: 'b', outcome: 'killed' as const };
  return [...Array(killed).fill(one), ...survivors.map((each) => ({ ...each, outcome: 'survived' as const }))];
}

test('counts each file and all', () => {
  const other = { file: 'B.sol', within: 'g', from: 'a', to: 'b', outcome: 'killed' as const };
  expect(summary([...tried(9, survivor), other], [listed], [])).toEqual({
    lines: ['A.sol: 9 of 10 killed (90.0 %)', 'B.sol: 1 of 1 killed (100.0 %)', 'All: 10 of 11 killed (90.9 %)'],
    survivors: [listed],
    problems: [],
  });
});

test('wants a reason for each survivor', () => {
  const { survivors, problems } = summary(tried(9, survivor), [], []);
  expect(survivors).toEqual([{ ...survivor, reason: '' }]);
  expect(problems).toEqual(['1 survivors are not listed.']);
});

test('wants 90 % killed, whatever is listed', () => {
  expect(summary(tried(8, survivor), [listed], []).problems).toEqual(['Fewer than 90 % are killed.']);
});

test('reports what is listed and survives no more, where all of its file were tried', () => {
  expect(summary(tried(9), [listed], []).problems).toEqual([]);
  expect(summary(tried(9), [listed], ['A.sol']).problems).toEqual([
    'A.sol f: listed, and survives no more: a > b → a >= b',
  ]);
});
