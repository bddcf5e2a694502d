import { type Hash, keccak256, stringToHex, zeroHash } from 'viem';

/** The names of the roles, as OpenZeppelin's AccessControl hashes them. */
export const roles = {
  admin: zeroHash,
  operator: roleHash('OPERATOR_ROLE'),
  reader: roleHash('READER_ROLE'),
  treasurer: roleHash('TREASURER_ROLE'),
  tariffOfficer: roleHash('TARIFF_OFFICER_ROLE'),
} as const;

export type Role = keyof typeof roles;

export function roleOf(hash: Hash): Role | undefined {
  return (Object.keys(roles) as Role[]).find((role) => roles[role] === hash);
}

function roleHash(name: string): Hash {
  return keccak256(stringToHex(name));
}
