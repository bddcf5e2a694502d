import type { Access } from '../chain/access.ts';

/** The parts of the page that open to different wallets. */
export type Part = 'public' | 'mine' | 'board' | 'registration' | 'readings' | 'billing' | 'cases' | 'tariffs';

/** Whether a part is open to a wallet. The contracts hold this too: a part that opened wrongly could still change nothing. */
export function mayOpen(part: Part, access: Access): boolean {
  switch (part) {
    case 'public':
      return true;
    case 'mine':
      return access.connections.length > 0;
    case 'board':
      return access.kind === 'board';
    case 'registration':
    case 'billing':
    case 'cases':
      return access.isOperator;
    case 'readings':
      return access.isReader || access.isOperator;
    case 'tariffs':
      return access.isTariffOfficer;
  }
}
