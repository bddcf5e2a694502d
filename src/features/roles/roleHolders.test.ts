import { expect, it } from 'vitest';
import { type Role, roles } from '../../chain/roles.ts';
import { type RoleEvent, roleHolders } from './roleHolders.ts';

const ann = '0x70997970C51812dc3A010C7d01b50e0d17dc79C8';
const bob = '0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC';
const event = (eventName: RoleEvent['eventName'], role: Role, account: RoleEvent['args']['account'], time: number) => ({
  eventName,
  args: { role: roles[role], account },
  time,
});

it('lists who holds which role, not who held it', () => {
  const newestFirst = [
    event('RoleRevoked', 'reader', ann, 3),
    event('RoleGranted', 'reader', bob, 2),
    event('RoleGranted', 'operator', ann, 1),
    event('RoleGranted', 'reader', ann, 1),
  ];
  expect(roleHolders(newestFirst)).toEqual([
    { role: 'operator', account: ann, since: 1 },
    { role: 'reader', account: bob, since: 2 },
  ]);
});

it('lists a role that was given again since then', () => {
  const newestFirst = [
    event('RoleGranted', 'reader', ann, 5),
    event('RoleRevoked', 'reader', ann, 3),
    event('RoleGranted', 'reader', ann, 1),
  ];
  expect(roleHolders(newestFirst)).toEqual([{ role: 'reader', account: ann, since: 5 }]);
});

it('leaves out the administrator and roles it does not know', () => {
  const unknown = { ...event('RoleGranted', 'reader', ann, 1), args: { role: `0x${'1'.repeat(64)}`, account: ann } };
  expect(roleHolders([event('RoleGranted', 'admin', ann, 1), unknown as RoleEvent])).toEqual([]);
});
