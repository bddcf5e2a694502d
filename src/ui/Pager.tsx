import { useFormat, useT } from '../messages/useMessages.ts';
import { Button } from './Button.tsx';
import { Icon } from './Icon.tsx';
import { Row } from './Layout.tsx';

interface PagerProps {
  /** What is paged through, where there are several lists. */
  label?: string;
  offset: number;
  limit: number;
  total: number;
  onOffset: (offset: number) => void;
}

/** Nothing where everything fits on one page. */
export function Pager({ label, offset, limit, total, onOffset }: PagerProps) {
  const t = useT();
  const format = useFormat();
  if (total <= limit) return null;
  const last = Math.min(offset + limit, total);
  return (
    <nav aria-label={label ?? t('common.pages')} className="no-print">
      <Row>
        <Button
          variant="secondary"
          icon="back"
          disabled={offset === 0}
          onClick={() => onOffset(Math.max(0, offset - limit))}
        >
          {t('common.previousPage')}
        </Button>
        <span aria-live="polite">
          {t('common.range', { from: format.count(offset + 1), to: format.count(last), total: format.count(total) })}
        </span>
        <Button variant="secondary" disabled={last >= total} onClick={() => onOffset(offset + limit)}>
          {t('common.nextPage')} <Icon name="next" />
        </Button>
      </Row>
    </nav>
  );
}
