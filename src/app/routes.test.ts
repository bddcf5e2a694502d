import { describe, expect, it } from 'vitest';
import { patterns } from '../paths.ts';
import { routes } from './routes.tsx';

const parse = (pattern: string, params: Record<string, string>) =>
  routes.find((route) => route.pattern === pattern)?.parse(params);

it('has a screen for every address, once', () => {
  expect(routes.map(({ pattern }) => pattern).sort()).toEqual(Object.values(patterns).sort());
});

describe('parameters', () => {
  it('come as what they are', () => {
    expect(parse(patterns.bill, { number: '102000014330', bill: '27' })).toEqual({ number: 102000014330n, bill: 27 });
    expect(parse(patterns.about, {})).toEqual({});
  });
  it.each(['abc', '-1', '1.5', '18446744073709551616', ''])('a consumer number can not be "%s"', (number) => {
    expect(parse(patterns.connection, { number })).toBeNull();
  });
});
