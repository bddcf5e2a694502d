import { useDeployment } from '../../chain/deployment.ts';
import type { WholeConnection } from '../../chain/reads/wholeConnections.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { unbilled } from './unbilled.ts';

/** What a last bill would be for. */
export function UnbilledText({ connection }: { connection: WholeConnection }) {
  const t = useT();
  const format = useFormat();
  const { utcOffset } = useDeployment().facts;
  const rest = unbilled(connection, utcOffset);
  if (!rest) return t('manage.noLastBill');
  const { fromDay, toDay, energy } = rest;
  return t('manage.lastBillFor', { period: format.period(fromDay, toDay), energy: format.energy(energy) });
}
