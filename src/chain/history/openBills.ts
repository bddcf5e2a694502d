import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query';
import { arrears, openAmount } from '../../domain/ledger.ts';
import { type Deployment, useDeployment } from '../deployment.ts';
import { inGroups } from '../inGroups.ts';
import { queryKeys } from '../queryKeys.ts';
import { allConnections, type Connection } from '../reads/connections.ts';
import { type Debt, debtsOf } from './debts.ts';
import { walk } from './walk.ts';

/** A bill that is not paid in full, its late surcharge included, with the connection it is of. */
export interface OpenBill {
  connection: Connection;
  bill: Debt;
  /** What is still to pay on it. */
  open: bigint;
}

/** Connections whose histories are walked at the same time. */
const groupSize = 200;

/** Every bill that is not paid in full, of all connections; those of one connection newest first. */
export function useOpenBills() {
  const deployment = useDeployment();
  const queries = useQueryClient();
  return useQuery({
    queryKey: queryKeys.openBills,
    queryFn: async (): Promise<OpenBill[]> => {
      const connections = await queries.fetchQuery(allConnections(deployment));
      const owing = connections.filter(({ charged, credited }) => charged > credited);
      const found = await inGroups(owing, groupSize, (connection) =>
        queries.fetchQuery(openBillsOf(deployment, connection)),
      );
      return found.flat();
    },
  });
}

/** The bills of one connection that are not paid in full, newest first. */
export function useOpenBillsOf(connection: Connection) {
  return useQuery(openBillsOf(useDeployment(), connection));
}

/** A connection's ledger changes only with its head. */
function openBillsOf(deployment: Deployment, connection: Connection) {
  return queryOptions({
    queryKey: queryKeys.openBillsOf(connection.number, connection.headBlock),
    queryFn: () => fetchOpenBills(deployment, connection),
  });
}

/** Walks back only as far as bills are open. */
async function fetchOpenBills(
  deployment: Pick<Deployment, 'client' | 'contracts'>,
  connection: Connection,
): Promise<OpenBill[]> {
  const { number, headBlock, charged, credited } = connection;
  const found: OpenBill[] = [];
  let left = arrears(charged, credited);
  for await (const entries of walk(deployment, 'money', number, headBlock)) {
    for (const bill of debtsOf(entries)) {
      const open = openAmount(bill, credited);
      if (open > 0n) found.push({ connection, bill, open });
      left -= open;
    }
    if (left <= 0n) break;
  }
  return found;
}
