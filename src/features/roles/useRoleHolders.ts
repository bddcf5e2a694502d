import { useRecentEvents } from '../../chain/history/useRecentEvents.ts';
import { roleHolders } from './roleHolders.ts';

const names = ['RoleGranted', 'RoleRevoked'] as const;

/** Who holds the roles of both contracts. */
export function useRoleHolders() {
  const billing = useRecentEvents('electricityBilling', names, 'whole');
  const book = useRecentEvents('tariffBook', names, 'whole');
  const data = billing.data && book.data && roleHolders([...billing.data.events, ...book.data.events]);
  return {
    data,
    error: billing.error ?? book.error,
    isFetching: billing.isFetching || book.isFetching,
    refetch: () => Promise.all([billing.refetch(), book.refetch()]),
  };
}
