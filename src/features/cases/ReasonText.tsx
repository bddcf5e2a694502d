import { useState } from 'react';
import type { Hash } from 'viem';
import { useT } from '../../messages/useMessages.ts';
import { Stack } from '../../ui/Layout.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { TextAreaField } from '../../ui/TextField.tsx';
import { matchesReason } from './matchesReason.ts';

/** Whether a text that came another way is the one whose hash stands on the chain. */
export function ReasonText({ hash }: { hash: Hash }) {
  const t = useT();
  const [text, setText] = useState('');
  const matches = matchesReason(text, hash);
  return (
    <Stack>
      <TextAreaField label={t('cases.reasonText')} hint={t('cases.reasonTextHint')} value={text} onValue={setText} />
      <div aria-live="polite">
        {text !== '' && (
          <Notice tone={matches ? 'good' : 'warn'}>{t(matches ? 'cases.reasonMatches' : 'cases.reasonDiffers')}</Notice>
        )}
      </div>
    </Stack>
  );
}
