import { describe, expect, it } from 'vitest';
import type { Access } from '../chain/access.ts';
import { kindOf } from '../chain/access.ts';
import type { Connection } from '../chain/reads/connections.ts';
import { paths } from '../paths.ts';
import { navigationFor } from './navigationFor.ts';

const none = { isOperator: false, isReader: false, isTreasurer: false, isTariffOfficer: false, isAdmin: false };

function access(held: Partial<typeof none>, connections = 0): Access {
  const own = Array<Connection>(connections).fill({} as Connection);
  const all = { ...none, ...held };
  return { ...all, status: 'ready', kind: kindOf(all, own), address: null, connections: own };
}

describe('the navigation follows from what the wallet may do', () => {
  const {
    home,
    tariffs,
    about,
    mine,
    board,
    connections,
    readings,
    billing,
    cases,
    money,
    boardTariffs,
    roles,
    counter,
  } = paths;
  it.each([
    ['a visitor', access({}), [home, tariffs, counter, about]],
    ['a consumer', access({}, 1), [mine, tariffs, counter, about]],
    ['a reader', access({ isReader: true }), [board, connections, readings, money, roles, counter, about]],
    [
      'an operator',
      access({ isOperator: true }),
      [board, connections, readings, billing, cases, money, roles, counter, about],
    ],
    [
      'a tariff officer',
      access({ isTariffOfficer: true }),
      [board, connections, money, boardTariffs, roles, counter, about],
    ],
    ['a treasurer', access({ isTreasurer: true }), [board, connections, money, roles, counter, about]],
    [
      'an operator at home',
      access({ isOperator: true }, 1),
      [board, connections, readings, billing, cases, money, roles, mine, counter, about],
    ],
  ])('%s', (_, who, shown) => expect(navigationFor(who).map(({ path }) => path)).toEqual(shown));
});
