import { useAssetSymbol } from '../../chain/asset/useAssetSymbol.ts';
import { useDeployment } from '../../chain/deployment.ts';
import { useT } from '../../messages/useMessages.ts';
import { paths } from '../../paths.ts';
import { Amount } from '../../ui/Amount.tsx';
import { TimeText } from '../../ui/DateText.tsx';
import { DefinitionList } from '../../ui/DefinitionList.tsx';
import { Hex } from '../../ui/Hex.tsx';
import { Stack } from '../../ui/Layout.tsx';
import { Panel } from '../../ui/Panel.tsx';
import { QrCode } from '../../ui/QrCode.tsx';
import type { PaidRow } from './draft.ts';

/** One receipt for the counter's printer; its code leads to the receipt on the page, with what it settled. */
export function Slip({ paid }: { paid: PaidRow }) {
  const t = useT();
  const { config } = useDeployment();
  const { board, chain, contracts } = config;
  const symbol = useAssetSymbol();
  const { connection, amount, block, logIndex, transaction, payer, time } = paid;
  const receipt = `${block}-${logIndex}`;
  return (
    <Panel title={t('payment.receiptTitle', { receipt })}>
      <Stack>
        <Amount value={amount} size="hero" />
        <DefinitionList
          items={[
            { term: t('payment.to'), detail: board.name },
            { term: t('connection.number'), detail: String(connection) },
            { term: t('payment.when'), detail: <TimeText seconds={time} /> },
            { term: t('payment.payer'), detail: <Hex value={payer} full /> },
            ...(symbol ? [{ term: t('asset.paidIn'), detail: symbol }] : []),
            { term: t('bill.transaction'), detail: <Hex value={transaction} full /> },
            { term: t('payment.chain'), detail: t('shell.chain', { chain: chain.name, id: String(chain.id) }) },
            { term: t('payment.contract'), detail: <Hex value={contracts.electricityBilling} full /> },
          ]}
        />
        <QrCode text={addressOf(paths.receipt(connection, block, logIndex))} label={t('common.codeLabel')} />
      </Stack>
    </Panel>
  );
}

/** The whole address of a page, such as a camera can open. */
function addressOf(path: string): string {
  return `${window.location.href.replace(/#.*$/, '')}#${path}`;
}
