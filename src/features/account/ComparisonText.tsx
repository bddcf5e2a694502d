import type { MessageKey } from '../../messages/keys.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { type Consumption, compare } from './comparison.ts';

/** The latest period against the one before and the same one a year ago, in a sentence. */
export function ComparisonText({ bills }: { bills: readonly Consumption[] }) {
  const t = useT();
  const format = useFormat();
  const comparison = compare(bills);
  if (!comparison) return null;
  const change = (percent: bigint | null, key: 'sinceLast' | 'sinceYear') => {
    if (percent === null) return [];
    const direction = percent > 0n ? 'more' : percent < 0n ? 'less' : 'same';
    const magnitude = percent < 0n ? -percent : percent;
    const message: MessageKey = `connection.${key}.${direction}`;
    return [t(message, { percent: format.percent(magnitude * 10_000n) })];
  };
  const changes = [...change(comparison.sinceLast, 'sinceLast'), ...change(comparison.sinceYear, 'sinceYear')];
  return (
    <p>
      {t('connection.perDay', { energy: format.energy(comparison.perDay) })}{' '}
      {changes.length > 0 && t('connection.thatIs', { changes: changes.join(', ') })}
    </p>
  );
}
