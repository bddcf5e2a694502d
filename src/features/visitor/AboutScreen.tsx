import { Link } from 'wouter';
import { useDeployment } from '../../chain/deployment.ts';
import { useT } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { DefinitionList } from '../../ui/DefinitionList.tsx';
import { Hex } from '../../ui/Hex.tsx';
import { Columns, Page, Stack } from '../../ui/Layout.tsx';
import { PageHeader } from '../../ui/PageHeader.tsx';
import { Panel } from '../../ui/Panel.tsx';

const secondsPerDay = 86_400;

/** How the system works, what it promises, and what a wallet must know of the chain. */
export function AboutScreen() {
  const t = useT();
  const { noticePeriod } = useDeployment().facts;
  return (
    <Page>
      <PageHeader title={t('shell.about')} lead={t('about.lead')} />
      <Columns>
        <Stack>
          <Panel title={t('about.bill')}>
            <p>{t('about.billText')}</p>
          </Panel>
          <Panel title={t('about.check')}>
            <p>{t('about.checkText')}</p>
          </Panel>
          <Panel title={t('about.pay')}>
            <p>{t('about.payText')}</p>
          </Panel>
          <Panel title={t('about.meter')}>
            <p>{t('about.meterText')}</p>
            <p>
              <Link href={paths.signedReading}>{t('about.meterLink')}</Link>
            </p>
          </Panel>
          <Panel title={t('about.board')}>
            <p>{t('about.boardText', { days: Math.floor(noticePeriod / secondsPerDay) })}</p>
          </Panel>
        </Stack>
        <Stack>
          <Panel title={t('about.wallet')}>
            <p>{t('about.walletText')}</p>
            <ChainFacts />
          </Panel>
          <Panel title={t('about.source')}>
            <p>{t('about.sourceText')}</p>
          </Panel>
        </Stack>
      </Columns>
    </Page>
  );
}

/** What a wallet asks for when a network is added by hand. */
function ChainFacts() {
  const t = useT();
  const { chain, contracts } = useDeployment().config;
  return (
    <DefinitionList
      items={[
        { term: t('about.network'), detail: chain.name },
        { term: t('about.chainId'), detail: String(chain.id) },
        { term: t('about.rpcUrl'), detail: chain.rpcUrls[0] },
        { term: t('about.coin'), detail: `${chain.coin.name} (${chain.coin.symbol})` },
        { term: 'ElectricityBilling', detail: <Hex value={contracts.electricityBilling} /> },
        { term: 'TariffBook', detail: <Hex value={contracts.tariffBook} /> },
      ]}
    />
  );
}
