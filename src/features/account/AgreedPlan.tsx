import { useChainTime } from '../../chain/head.ts';
import type { Connection } from '../../chain/reads/connections.ts';
import type { Standing } from '../../chain/reads/standing.ts';
import { upToHundredths } from '../../domain/hundredths.ts';
import { type PlanState, planState } from '../../domain/plan.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Instalments } from '../../ui/Instalments.tsx';
import { Row } from '../../ui/Layout.tsx';
import { Notice, type Tone } from '../../ui/Notice.tsx';

const tones: Record<PlanState['state'], Tone> = { kept: 'info', broken: 'bad', paid: 'good' };

/** The plan in force: whether it is kept, what comes next, and each instalment. */
export function AgreedPlan({ connection: { credited }, standing }: { connection: Connection; standing: Standing }) {
  const t = useT();
  const format = useFormat();
  const { today } = useChainTime();
  const { planParts: parts, planInterval: interval, planDay: startDay, planTotal: total, planCredited } = standing;
  const plan = { total, parts, interval, startDay, creditedBefore: planCredited };
  const { state, missing, next, instalments } = planState(plan, credited, today);
  return (
    <>
      <Row>
        <Badge tone={tones[state]}>{t(`manage.plan.${state}`)}</Badge>
        <span>{t('manage.planAgreed', { amount: format.money(total), date: format.date(startDay) })}</span>
      </Row>
      {state === 'broken' && (
        <Notice tone="bad" title={t('manage.planMissing', { amount: format.money(upToHundredths(missing)) })}>
          {t('life.planBroken')}
        </Notice>
      )}
      {state !== 'paid' && next && (
        <p>
          {t('life.nextInstalment', { amount: format.money(upToHundredths(next.amount)), date: format.date(next.day) })}
        </p>
      )}
      {state === 'kept' && <p>{t('manage.planStarts')}</p>}
      {state !== 'paid' && <Instalments instalments={instalments} />}
    </>
  );
}
