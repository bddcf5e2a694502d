import { useDeployment } from '../../chain/deployment.ts';
import { useT } from '../../messages/useMessages.ts';

const secondsPerDay = 86_400;

/** What the contract promises about every new version. */
export function NoticePeriod() {
  const t = useT();
  const { noticePeriod } = useDeployment().facts;
  return t('tariff.promise', { days: Math.floor(noticePeriod / secondsPerDay) });
}
