import type { Bill, Surcharge } from '../../chain/history/entries.ts';
import { useTariff } from '../../chain/reads/tariffs.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';

/** What a surcharge was charged on, for how long, and at which rate. @param bill The one that it came with. */
export function SurchargeText({ surcharge: { principal, months }, bill }: { surcharge: Surcharge; bill: Bill }) {
  const t = useT();
  const format = useFormat();
  const tariff = useTariff(bill.category, bill.version).data;
  const percent = tariff?.lateSurcharge ? format.percent(tariff.lateSurcharge.percentPerMonth) : '…';
  return t('life.surchargeOn', { principal: format.money(principal), months, percent, bill: String(bill.number) });
}
