import { useState } from 'react';
import { useLocation } from 'wouter';
import { TransactionButton } from '../../chain/transactions/TransactionButton.tsx';
import { TransactionStatus } from '../../chain/transactions/TransactionStatus.tsx';
import { useTransaction } from '../../chain/transactions/useTransaction.ts';
import type { Tariff } from '../../domain/tariff/model.ts';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { Row } from '../../ui/Layout.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { publishTariff } from './publishTariff.ts';
import type { Start } from './start.ts';

interface PublishPanelProps {
  /** Null while the form is not complete. */
  tariff: Tariff | null;
  start: Start | null;
  /** Whether browser and contract compute the same by it. */
  hasAgreed: boolean;
  onTried: () => void;
}

/** The last step: after it nothing can be changed. */
export function PublishPanel({ tariff, start, hasAgreed, onTried }: PublishPanelProps) {
  const t = useT();
  const format = useFormat();
  const [, navigate] = useLocation();
  const transaction = useTransaction();
  const [isTried, setTried] = useState(false);
  const request = () => {
    onTried();
    setTried(true);
    return tariff && start && hasAgreed ? publishTariff(start.category, start.startDay, tariff) : null;
  };
  return (
    <Panel title={t('editor.publish')}>
      <p>{t('editor.publishHint', { date: start ? format.date(start.startDay) : '–' })}</p>
      {isTried && (!tariff || !start) && <Notice tone="bad">{t('editor.fixFirst')}</Notice>}
      {isTried && tariff && start && !hasAgreed && <Notice tone="bad">{t('editor.mustAgree')}</Notice>}
      <Row>
        <TransactionButton
          transaction={transaction}
          variant="accent"
          request={request}
          onDone={() => navigate(paths.boardTariffs)}
        >
          {t('editor.publish')}
        </TransactionButton>
      </Row>
      <TransactionStatus transaction={transaction} />
    </Panel>
  );
}
