import { useT } from '../messages/useMessages.ts';
import { Button } from './Button.tsx';

/** Prints the page as it is. */
export function PrintButton() {
  const t = useT();
  return (
    <Button variant="secondary" icon="print" onClick={() => window.print()}>
      {t('common.print')}
    </Button>
  );
}
