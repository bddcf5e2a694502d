import { useRef, useState } from 'react';
import { useDeployment } from '../../chain/deployment.ts';
import { useChainTime } from '../../chain/head.ts';
import { useConnection } from '../../chain/reads/connections.ts';
import { TransactionButton } from '../../chain/transactions/TransactionButton.tsx';
import { TransactionStatus } from '../../chain/transactions/TransactionStatus.tsx';
import { useTransaction } from '../../chain/transactions/useTransaction.ts';
import { isoDateOfDay } from '../../domain/calendar.ts';
import { parseConsumerNumber } from '../../domain/reading.ts';
import { useT } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { LinkButton } from '../../ui/Button.tsx';
import { Row } from '../../ui/Layout.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { RegisterFields } from './RegisterFields.tsx';
import { registerConnection } from './registerConnection.ts';
import { type RegistrationForm, type RegistrationProblems, readRegistration } from './registration.ts';

/** Says what is wrong after the first try, field by field, and keeps what was typed until the chain has it. */
export function RegisterForm() {
  const t = useT();
  const { utcOffset } = useDeployment().facts;
  const { time, today } = useChainTime();
  const transaction = useTransaction();
  const fields = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState<Omit<RegistrationForm, 'date'>>({
    number: '',
    holder: null,
    category: '',
    load: '',
    agreement: '1',
    days: '',
    register: '0',
  });
  // Today, until somebody says otherwise.
  const [chosenDate, setChosenDate] = useState<string | null>(null);
  const form = { ...typed, date: chosenDate ?? isoDateOfDay(today) };
  const [isTried, setTried] = useState(false);
  const [registered, setRegistered] = useState<bigint | null>(null);
  const taken = useConnection(parseConsumerNumber(form.number.trim()) ?? 0n).data;

  const result = readRegistration(form, { now: time, utcOffset });
  const problems: RegistrationProblems = isTried && 'problems' in result ? { ...result.problems } : {};
  if (taken) problems.number = { key: 'error.AlreadyRegistered', values: { connection: String(taken.number) } };

  const request = () => {
    setTried(true);
    if (!('problems' in result) && !taken) return registerConnection(result.registration);
    // The fields know of their problems only after the next render.
    setTimeout(() => fields.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus());
    return null;
  };
  const change = ({ date, ...others }: RegistrationForm) => {
    setTyped(others);
    if (date !== form.date) setChosenDate(date);
  };
  const onDone = () => {
    if ('problems' in result) return;
    setRegistered(result.registration.number);
    setTried(false);
    // What the next one has in common with this one stays.
    setTyped({ ...typed, number: '', holder: null, register: '0' });
    fields.current?.querySelector('input')?.focus();
  };

  return (
    <Panel>
      <div aria-live="polite">
        {registered !== null && (
          <Notice
            tone="good"
            actions={
              <LinkButton to={paths.connection(registered)} variant="secondary">
                {t('connections.toAccount')}
              </LinkButton>
            }
          >
            {t('connections.registered', { number: String(registered) })}
          </Notice>
        )}
      </div>
      <div ref={fields}>
        <RegisterFields form={form} problems={problems} today={today} onChange={change} />
      </div>
      <Row>
        <TransactionButton transaction={transaction} request={request} onDone={onDone}>
          {t('connections.register')}
        </TransactionButton>
      </Row>
      {transaction.state.stage !== 'succeeded' && <TransactionStatus transaction={transaction} />}
    </Panel>
  );
}
