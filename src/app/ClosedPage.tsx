import { useWallet } from '../chain/wallet/useWallet.ts';
import { useT } from '../messages/useMessages.ts';
import { Button, LinkButton } from '../ui/Button.tsx';
import { Page, Row } from '../ui/Layout.tsx';
import { PageHeader } from '../ui/PageHeader.tsx';
import type { Part } from './parts.ts';

/** A page that the connected wallet can't open, and how to get there. */
export function ClosedPage({ part }: { part: Part }) {
  const t = useT();
  const { status, connect } = useWallet();
  const isMine = part === 'mine';
  return (
    <Page>
      <PageHeader
        title={t(isMine ? 'shell.forConsumers' : 'shell.forBoard')}
        lead={t(isMine ? 'shell.forConsumersHint' : 'shell.forBoardHint')}
      />
      <Row>
        {status === 'disconnected' && (
          <Button icon="wallet" onClick={connect}>
            {t('wallet.connect')}
          </Button>
        )}
        <LinkButton to="/" variant="secondary">
          {t('shell.toHome')}
        </LinkButton>
      </Row>
    </Page>
  );
}
