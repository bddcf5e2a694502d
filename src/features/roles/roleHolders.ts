import type { Address, Hash } from 'viem';
import { type Role, roleOf } from '../../chain/roles.ts';

/** A role that was given to an account, or taken from it. */
export interface RoleEvent {
  eventName: 'RoleGranted' | 'RoleRevoked';
  args: { role: Hash; account: Address };
  /** Seconds. */
  time: number;
}

export interface RoleHolder {
  role: Role;
  account: Address;
  /** When it was given to it, seconds. */
  since: number;
}

/** Who holds which role now, in the order in which they got them. The administrator is not among them. @param events newest first */
export function roleHolders(events: readonly RoleEvent[]): RoleHolder[] {
  const holders = new Map<string, RoleHolder>();
  for (const { eventName, args, time } of [...events].reverse()) {
    const role = roleOf(args.role);
    if (!role || role === 'admin') continue;
    const key = `${role} ${args.account}`;
    if (eventName === 'RoleGranted') holders.set(key, { role, account: args.account, since: time });
    else holders.delete(key);
  }
  return [...holders.values()];
}
