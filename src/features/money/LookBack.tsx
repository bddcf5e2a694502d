import { useFormat, useT } from '../../messages/useMessages.ts';
import { Button } from '../../ui/Button.tsx';
import { Row } from '../../ui/Layout.tsx';

interface LookBackProps {
  events: {
    data: { from: bigint; isWhole: boolean } | undefined;
    isLooking: boolean;
    lookBack: () => void;
  };
}

/** How far back the chain has been searched, and a way further back. */
export function LookBack({ events: { data, isLooking, lookBack } }: LookBackProps) {
  const t = useT();
  const format = useFormat();
  if (!data || data.isWhole) return null;
  return (
    <Row>
      <span>{t('money.searched', { block: format.count(data.from) })}</span>
      <Button variant="secondary" busy={isLooking} onClick={lookBack}>
        {t('money.lookBack')}
      </Button>
    </Row>
  );
}
