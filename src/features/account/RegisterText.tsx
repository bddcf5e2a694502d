import type { Standing } from '../../chain/reads/standing.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { Badge } from '../../ui/Badge.tsx';

/** The latest register as the meter shows it, marked where it is an estimate. */
export function RegisterText({ register, standing }: { register: bigint; standing: Standing | undefined }) {
  const t = useT();
  const format = useFormat();
  return (
    <>
      {format.energy(register - (standing?.registerOffset ?? 0n))}{' '}
      {standing?.isEstimated && <Badge tone="warn">{t('bill.kind.estimated')}</Badge>}
    </>
  );
}
