import { useWallet } from '../../chain/wallet/useWallet.ts';
import { useT } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { Button, LinkButton } from '../../ui/Button.tsx';
import { Row } from '../../ui/Layout.tsx';
import { Panel } from '../../ui/Panel.tsx';

/** Where to go from here: to one's own connections with a wallet, or to how it all works. */
export function Start() {
  const t = useT();
  const { status, connect } = useWallet();
  const isConnected = status === 'connected';
  return (
    <Panel title={t(isConnected ? 'visitor.noConnection' : 'visitor.connect')}>
      <p>{t(isConnected ? 'visitor.noConnectionHint' : 'visitor.connectHint')}</p>
      <Row>
        {!isConnected && (
          <Button icon="wallet" busy={status !== 'disconnected'} onClick={connect}>
            {t('visitor.connectWallet')}
          </Button>
        )}
        <LinkButton variant="secondary" to={paths.about}>
          {t('shell.about')}
        </LinkButton>
      </Row>
    </Panel>
  );
}
