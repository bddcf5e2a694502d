import { useDeployment } from '../../chain/deployment.ts';
import type { MoneyEntry, Surcharge } from '../../chain/history/entries.ts';
import type { Tariff } from '../../domain/tariff/model.ts';
import { verifySurcharge } from '../../domain/verify.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { Amount } from '../../ui/Amount.tsx';
import { DefinitionList } from '../../ui/DefinitionList.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { surchargeHistoryOf } from './surchargeHistory.ts';

interface SurchargePanelProps {
  surcharge: Surcharge;
  /** The connection's whole history. */
  entries: readonly MoneyEntry[];
  /** The one of the bill that it came with. */
  tariff: Tariff;
}

/** The late surcharge that came with a bill: what it is made of, and whether it is right. */
export function SurchargePanel({ surcharge, entries, tariff }: SurchargePanelProps) {
  const t = useT();
  const format = useFormat();
  const { utcOffset } = useDeployment().facts;
  const basis = { tariff, ...surchargeHistoryOf(surcharge, entries, utcOffset) };
  const { matches, overdue, expected } = verifySurcharge(surcharge, basis);
  const { principal, months, amount } = surcharge;
  const percent = format.percent(tariff.lateSurcharge?.percentPerMonth ?? 0n);
  return (
    <Panel title={t('tariff.lateSurcharge')}>
      <Amount value={amount} size="large" />
      <DefinitionList
        items={[
          { term: t('life.principal'), detail: <Amount value={principal} /> },
          { term: t('life.monthsBegun'), detail: format.count(months) },
          { term: t('life.rate'), detail: t('tariff.perMonth', { percent }) },
        ]}
      />
      {matches ? (
        <Notice tone="good" title={t('life.surchargeMatches')}>
          {t('life.surchargeMatchesHint', { amount: format.money(amount) })}
        </Notice>
      ) : (
        <Notice tone="bad" title={t('life.surchargeDiffers')}>
          {t('life.surchargeDiffersHint', {
            amount: format.money(amount),
            expected: format.money(expected.amount),
            months: expected.months,
            overdue: format.money(overdue),
          })}
        </Notice>
      )}
    </Panel>
  );
}
