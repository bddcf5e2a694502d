import { useAssetSymbol } from '../../chain/asset/useAssetSymbol.ts';
import { useDeployment } from '../../chain/deployment.ts';
import { useChainTime } from '../../chain/head.ts';
import type { Payment } from '../../chain/history/entries.ts';
import type { Connection } from '../../chain/reads/connections.ts';
import { Finality } from '../../chain/transactions/Finality.tsx';
import { useFormat, useT } from '../../messages/useMessages.ts';
import { TimeText } from '../../ui/DateText.tsx';
import { DefinitionList } from '../../ui/DefinitionList.tsx';
import { Hex } from '../../ui/Hex.tsx';

/** Who paid what for whom and when, and where anyone can look it up. */
export function ReceiptFacts({ connection, payment }: { connection: Connection; payment: Payment }) {
  const t = useT();
  const format = useFormat();
  const { config, facts } = useDeployment();
  const { board, chain, contracts } = config;
  const symbol = useAssetSymbol();
  const { block: latest } = useChainTime();
  const { block, logIndex, payer, time, transaction } = payment;
  return (
    <DefinitionList
      items={[
        { term: t('payment.to'), detail: board.name },
        { term: t('connection.number'), detail: String(connection.number) },
        { term: t('payment.when'), detail: <TimeText seconds={time} /> },
        { term: t('payment.receiptNumber'), detail: `${block}-${logIndex}` },
        { term: t('payment.payer'), detail: <Hex value={payer} full /> },
        ...(facts.asset
          ? [
              {
                term: t('asset.paidIn'),
                detail: (
                  <>
                    {symbol} <Hex value={facts.asset} full />
                  </>
                ),
              },
            ]
          : []),
        { term: t('bill.transaction'), detail: <Hex value={transaction} full /> },
        {
          term: t('bill.block'),
          detail: <Finality block={block} isFinal={latest >= block + BigInt(config.confirmations)} />,
        },
        { term: t('payment.confirmations'), detail: format.count(latest - block + 1n) },
        { term: t('payment.chain'), detail: t('shell.chain', { chain: chain.name, id: String(chain.id) }) },
        { term: t('payment.contract'), detail: <Hex value={contracts.electricityBilling} full /> },
      ]}
    />
  );
}
