import { useFormat, useT } from '../../messages/useMessages.ts';
import { useDeployment } from '../deployment.ts';
import { useChainTime } from '../head.ts';

/** In which block it is, and when that is final. The count goes on without being read out; its end is. */
export function Finality({ block, isFinal }: { block: bigint; isFinal: boolean }) {
  const t = useT();
  const format = useFormat();
  return (
    <>
      {t('transaction.inBlock', { block: format.count(block) })}{' '}
      {isFinal ? t('transaction.final') : <BlocksLeft block={block} />}
    </>
  );
}

function BlocksLeft({ block }: { block: bigint }) {
  const t = useT();
  const { confirmations } = useDeployment().config;
  const { block: latest } = useChainTime();
  // A transaction is looked after more often than the head: its block may be newer.
  const left = Math.min(Number(block - latest) + confirmations, confirmations);
  return <span aria-live="off">{t('transaction.finalAfter', { left: Math.max(left, 1) })}</span>;
}
