import { useChainTime } from '../../chain/head.ts';
import type { WholeConnection } from '../../chain/reads/wholeConnections.ts';
import { type PlanState, planState } from '../../domain/plan.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { Badge } from '../../ui/Badge.tsx';
import { Instalments } from '../../ui/Instalments.tsx';
import { Row } from '../../ui/Layout.tsx';
import type { Tone } from '../../ui/Notice.tsx';

const tones: Record<PlanState['state'], Tone> = {
  kept: 'info',
  broken: 'bad',
  paid: 'good',
};

/** The plan in force: whether it is kept, and each instalment. */
export function AgreedPlan({ connection }: { connection: WholeConnection }) {
  const t = useT();
  const format = useFormat();
  const { today } = useChainTime();
  const { planParts, planInterval, planDay, planTotal, planCredited, credited } = connection;
  const { state, missing, instalments } = planState(
    { total: planTotal, parts: planParts, interval: planInterval, startDay: planDay, creditedBefore: planCredited },
    credited,
    today,
  );
  return (
    <>
      <Row>
        <h3>{t('manage.plan')}</h3>
        <Badge tone={tones[state]}>{t(`manage.plan.${state}`)}</Badge>
      </Row>
      <p>
        {t('manage.planAgreed', { amount: format.money(planTotal), date: format.date(planDay) })}{' '}
        {missing > 0n && t('manage.planMissing', { amount: format.money(missing) })}
      </p>
      {state !== 'paid' && <Instalments instalments={instalments} />}
    </>
  );
}
