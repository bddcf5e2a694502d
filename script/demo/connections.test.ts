import { expect, test } from 'vitest';
import { readConnections, synthesize } from './connections.ts';

const connections = readConnections();

test('the two real homes are as measured', () => {
  const [london, second] = connections;
  expect(london?.readings).toHaveLength(28);
  expect(london?.readings.at(0)).toEqual({ on: '2011-12-10', wh: 0 });
  expect(london?.readings.at(-1)).toEqual({ on: '2014-03-01', wh: 8_659_209 });
  expect(second?.readings).toHaveLength(18);
  expect(second?.readings.at(-1)).toEqual({ on: '2014-03-01', wh: 6_095_672 });
});

test('two dozen more, with numbers of their own and registers that rise', () => {
  expect(connections).toHaveLength(25);
  expect(new Set(connections.map(({ number }) => number)).size).toBe(25);
  for (const { readings } of connections) {
    for (const [i, { wh }] of readings.slice(1).entries()) expect(wh).toBeGreaterThan(readings[i]?.wh ?? 0);
  }
});

test('a synthetic home is a real one rotated and scaled', () => {
  const home = [
    { on: '2012-01-10', wh: 0 },
    { on: '2012-02-01', wh: 100 },
    { on: '2012-03-01', wh: 301 },
    { on: '2012-04-01', wh: 701 },
  ];
  expect(synthesize(home, 50, 1).map(({ wh }) => wh)).toEqual([0, 101, 301, 351]);
  expect(synthesize(home, 100, 0)).toEqual(home);
});
