import type { WholeConnection } from '../../chain/reads/wholeConnections.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { LinkButton } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';

/** What a correction comes to: energy that a bill has charged and that was not used is the board's to credit. */
export function CorrectionNotice({ connection, overbilled }: { connection: WholeConnection; overbilled: bigint }) {
  const t = useT();
  const format = useFormat();
  const { number, bills } = connection;
  if (overbilled === 0n) return <Notice tone="good">{t('manage.notBilledYet')}</Notice>;
  return (
    <Notice
      tone="warn"
      title={t('manage.overbilled', { energy: format.energy(overbilled) })}
      actions={
        <LinkButton variant="secondary" to={paths.bill(number, bills)}>
          {t('manage.toCreditNote', { bill: String(bills) })}
        </LinkButton>
      }
    >
      {t('manage.overbilledHint')}
    </Notice>
  );
}
