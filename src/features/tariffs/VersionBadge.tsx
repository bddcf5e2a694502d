import { useChainTime } from '../../chain/head.ts';
import type { Version } from '../../chain/reads/tariffs.ts';
import { versionOn } from '../../domain/tariff/versions.ts';
import { useT } from '../../messages/useMessages.ts';
import { Badge } from '../../ui/Badge.tsx';

/** Whether a version is in force, to come or past. */
export function VersionBadge({ version, versions }: { version: Version; versions: readonly Version[] }) {
  const t = useT();
  const { today } = useChainTime();
  if (version.startDay > today) return <Badge tone="warn">{t('tariff.state.coming')}</Badge>;
  if (version === versionOn(versions, today)) return <Badge tone="good">{t('tariff.state.inForce')}</Badge>;
  return <Badge>{t('tariff.state.past')}</Badge>;
}
