import { useDeployment } from '../chain/deployment.ts';
import { connectDemo } from '../chain/wallet/demo.ts';
import { useWallet } from '../chain/wallet/useWallet.ts';
import { useT } from '../messages/useMessages.ts';
import { Badge } from '../ui/Badge.tsx';
import { Button } from '../ui/Button.tsx';
import { Row, Stack } from '../ui/Layout.tsx';
import styles from './DemoAccounts.module.css';

/** The accounts of the local test chain, each with what it can do there. */
export function DemoAccounts({ onPicked }: { onPicked: () => void }) {
  const t = useT();
  const { client, config } = useDeployment();
  const wallet = useWallet();
  return (
    <Stack>
      <h3>{t('wallet.demo')}</h3>
      <p>{config.demo?.note}</p>
      <p>{t('wallet.demoHint')}</p>
      <ul className={styles.list}>
        {config.demo?.accounts.map((account) => {
          const isChosen = wallet.address?.toLowerCase() === account.address.toLowerCase();
          return (
            <li key={account.address} className={`${styles.account} ${isChosen ? styles.chosen : ''}`}>
              <div>
                <Row>
                  <strong>{account.name}</strong>
                  {account.roles.map((role) => (
                    <Badge key={role} tone="info">
                      {t(`common.role.${role}`)}
                    </Badge>
                  ))}
                </Row>
                {account.note && <p>{account.note}</p>}
              </div>
              <Button
                variant="secondary"
                disabled={isChosen}
                onClick={async () => {
                  await wallet.disconnect();
                  connectDemo(client, account);
                  onPicked();
                }}
              >
                {t(isChosen ? 'wallet.demoInUse' : 'wallet.demoUse')}
              </Button>
            </li>
          );
        })}
      </ul>
    </Stack>
  );
}
