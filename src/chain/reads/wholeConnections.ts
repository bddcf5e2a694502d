import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useDeployment } from '../deployment.ts';
import { queryKeys } from '../queryKeys.ts';
import { allConnections, type Connection } from './connections.ts';
import { fetchStandings, type Standing } from './standing.ts';

/** Everything the contract knows of a connection. */
export type WholeConnection = Connection & Standing;

/** Every connection of the board with its standing, in the order of registration. */
export function useWholeConnections() {
  const deployment = useDeployment();
  const queries = useQueryClient();
  return useQuery({
    queryKey: queryKeys.wholeConnections,
    queryFn: async (): Promise<WholeConnection[]> => {
      const connections = await queries.fetchQuery(allConnections(deployment));
      const standings = await fetchStandings(
        deployment,
        connections.map(({ number }) => number),
      );
      return connections.map((connection, index) => ({ ...connection, ...(standings[index] as Standing) }));
    },
  });
}
