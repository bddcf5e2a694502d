import type { Band, Charge, Per, Tariff } from '../../domain/tariff/model.ts';
import type { MessageKey } from '../../messages/keys.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { Badge } from '../Badge.tsx';
import { bandText, basisOf, namesOf, type Speech } from './computation.ts';
import styles from './TariffCharges.module.css';

/** What a tariff charges, in its own order: rates, bands, and by what they are multiplied and rounded. */
export function TariffCharges({ tariff }: { tariff: Tariff }) {
  const speech = { t: useT(), format: useFormat() };
  const { t } = speech;
  return (
    <ol className={styles.charges}>
      {tariff.charges.map((charge) => (
        <li key={charge.id} className={styles.charge}>
          <h3>
            {charge.label}{' '}
            {charge.kind !== 'subtotal' && charge.negative && <Badge tone="good">{t('tariff.rebate')}</Badge>}
          </h3>
          <dl className={styles.prices}>
            {pricesOf(charge, tariff, speech).map(({ name, price }) => (
              <div key={name + price}>
                <dt>{name}</dt>
                <dd>{price}</dd>
              </div>
            ))}
          </dl>
          <p className={styles.notes}>{notesOf(charge, tariff, speech).join(' ')}</p>
        </li>
      ))}
    </ol>
  );
}

function pricesOf(charge: Charge, tariff: Tariff, speech: Speech): { name: string; price: string }[] {
  const { t, format } = speech;
  switch (charge.kind) {
    case 'energy':
      return bandsOf(charge.bands, (price) => t('tariff.perUnit', { price: format.money(price) }), speech);
    case 'fixed': {
      const say = (price: bigint) => perText(price, charge.per, speech);
      return typeof charge.price === 'bigint'
        ? [{ name: t('tariff.anyUse'), price: say(charge.price) }]
        : bandsOf(charge.price, say, speech);
    }
    case 'percent':
      return [{ name: namesOf(charge.of, tariff), price: format.percent(charge.rate) }];
    case 'subtotal': {
      const least = charge.atLeast && perText(charge.atLeast.amount, charge.atLeast.per, speech);
      return [{ name: namesOf(charge.of, tariff), price: least ? t('tariff.atLeast', { amount: least }) : '' }];
    }
  }
}

function bandsOf(bands: readonly Band[], say: (price: bigint) => string, speech: Speech) {
  return bands.map(({ upTo, price }, index) => {
    const name = bandText(bands[index - 1]?.upTo ?? 0n, upTo, speech) || speech.t('tariff.anyUse');
    return { name, price: say(price) };
  });
}

function perText(price: bigint, per: Per, { t, format }: Speech): string {
  const amount = format.money(price);
  if (per.load) return t(per.basis ? 'tariff.perLoadAndPeriod' : 'tariff.perLoad', { amount });
  return t(per.basis ? 'tariff.perPeriod' : 'tariff.perBill', { amount });
}

function notesOf(charge: Charge, tariff: Tariff, { t, format }: Speech): string[] {
  const notes: string[] = [];
  const say = (key: MessageKey, values?: Record<string, string>) => notes.push(t(key, values));
  if (charge.when) {
    const when = bandText(charge.when.above ?? 0n, charge.when.upTo ?? null, { t, format });
    say('tariff.onlyWhen', { when });
  }
  if (charge.kind === 'energy' && charge.method === 'whole') say('tariff.whole');
  if (dependsOnPeriod(charge)) say(`tariff.basis.${basisOf(charge, tariff)}`);
  if (charge.kind !== 'subtotal' && charge.lineRound) {
    say(`tariff.linesRounded.${charge.lineRound.mode}`, { step: format.money(charge.lineRound.step) });
  }
  if (charge.round) say(`tariff.rounded.${charge.round.mode}`, { step: format.money(charge.round.step) });
  return notes;
}

function dependsOnPeriod(charge: Charge): boolean {
  switch (charge.kind) {
    case 'energy':
      return charge.bands.length > 1;
    case 'fixed':
      return charge.per.basis || typeof charge.price !== 'bigint';
    case 'subtotal':
      return charge.atLeast?.per.basis ?? false;
    default:
      return charge.when !== undefined;
  }
}
