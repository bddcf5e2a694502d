import { useQuery, useQueryClient } from '@tanstack/react-query';
import { type Deployment, useDeployment } from '../../chain/deployment.ts';
import type { DisputeOpened } from '../../chain/history/entries.ts';
import { walk } from '../../chain/history/walk.ts';
import { inGroups } from '../../chain/inGroups.ts';
import { queryKeys } from '../../chain/queryKeys.ts';
import type { WholeConnection } from '../../chain/reads/wholeConnections.ts';

/** An open dispute, with the connection it is of. */
export interface Dispute {
  connection: WholeConnection;
  opened: DisputeOpened;
}

/** Connections whose histories are walked at the same time. */
const groupSize = 100;

/** How the open disputes of these connections were opened: amount, reason and time stand in their histories. */
export function useDisputes(connections: readonly WholeConnection[]) {
  const deployment = useDeployment();
  const queries = useQueryClient();
  const disputes = connections.map(({ number, disputedBill }) => ({ number, disputedBill }));
  return useQuery({
    queryKey: [...queryKeys.state, 'disputes', disputes],
    queryFn: async (): Promise<Dispute[]> => {
      const found = await inGroups(connections, groupSize, (connection) =>
        queries.fetchQuery({
          queryKey: [...queryKeys.fixed, 'dispute', connection.number, connection.disputedBill],
          queryFn: () => fetchOpening(deployment, connection),
        }),
      );
      return connections.flatMap((connection, index) => {
        const opened = found[index];
        return opened ? [{ connection, opened }] : [];
      });
    },
    placeholderData: (before) => before,
  });
}

/** Walks back only as far as the dispute's beginning. */
async function fetchOpening(
  deployment: Deployment,
  { number, headBlock, disputedBill }: WholeConnection,
): Promise<DisputeOpened | null> {
  for await (const entries of walk(deployment, 'money', number, headBlock)) {
    const opened = entries.find((entry) => entry.type === 'disputeOpened' && entry.bill === disputedBill);
    if (opened?.type === 'disputeOpened') return opened;
  }
  return null;
}
