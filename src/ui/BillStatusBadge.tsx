import type { BillStatus } from '../domain/ledger.ts';
import { useT } from '../messages/useMessages.ts';
import { Badge } from './Badge.tsx';
import type { Tone } from './Notice.tsx';

const tones: Record<BillStatus, Tone> = { paid: 'good', partPaid: 'warn', due: 'info', overdue: 'bad' };

/** Whether a bill is paid. */
export function BillStatusBadge({ status }: { status: BillStatus }) {
  const t = useT();
  return <Badge tone={tones[status]}>{t(`bill.status.${status}`)}</Badge>;
}
