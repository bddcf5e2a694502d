import { useQuery } from '@tanstack/react-query';
import { useDeployment } from '../../chain/deployment.ts';
import { queryKeys } from '../../chain/queryKeys.ts';
import { read } from '../../chain/read.ts';

/** The first day a version published now could start. */
export function useEarliestStart() {
  const { client, contracts } = useDeployment();
  return useQuery({
    queryKey: [...queryKeys.state, 'earliestStart'],
    queryFn: () => read(client, contracts.tariffBook, 'earliestStartDay', []),
  });
}
