import { useState } from 'react';
import { useT } from '../../messages/useMessages.ts';
import { Button } from '../../ui/Button.tsx';
import { DownloadButton } from '../../ui/DownloadButton.tsx';
import { Row } from '../../ui/Layout.tsx';

interface ReasonCopyProps {
  connection: bigint;
  bill: number;
  text: string;
}

/** Takes the reason's text out of the page, to be sent to the board. */
export function ReasonCopy({ connection, bill, text }: ReasonCopyProps) {
  const t = useT();
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(text);
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  return (
    <>
      <p>{t('life.sendText')}</p>
      <Row>
        {navigator.clipboard && (
          <Button variant="secondary" icon={copied ? 'check' : 'copy'} onClick={copy}>
            {t(copied ? 'common.copied' : 'life.copyText')}
          </Button>
        )}
        <DownloadButton name={`dispute-${connection}-${bill}.txt`} type="text/plain" text={() => text}>
          {t('life.downloadText')}
        </DownloadButton>
      </Row>
    </>
  );
}
