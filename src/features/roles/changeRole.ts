import type { Address } from 'viem';
import { type Role, roles } from '../../chain/roles.ts';
import type { WriteRequest } from '../../chain/transactions/request.ts';

/** The roles that an administrator gives out. */
export const givenRoles = ['operator', 'reader', 'treasurer', 'tariffOfficer'] as const satisfies Role[];
export type GivenRole = (typeof givenRoles)[number];

export function grantRole(role: GivenRole, account: Address): WriteRequest {
  return change('grantRole', role, account);
}

export function revokeRole(role: GivenRole, account: Address): WriteRequest {
  return change('revokeRole', role, account);
}

function change(functionName: 'grantRole' | 'revokeRole', role: GivenRole, account: Address): WriteRequest {
  return {
    contract: role === 'tariffOfficer' ? 'tariffBook' : 'electricityBilling',
    functionName,
    args: [roles[role], account],
    describe: {
      key: functionName === 'grantRole' ? 'roles.describeGrant' : 'roles.describeRevocation',
      values: { role: { key: `common.role.${role}` }, account: `${account.slice(0, 6)}…${account.slice(-4)}` },
    },
    subject: 'roles',
  };
}
