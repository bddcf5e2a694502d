import { type ComponentProps, useState } from 'react';
import { useT, useWords } from '../../messages/useMessages.ts';
import type { Words } from '../../messages/words.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { useDeployment } from '../deployment.ts';
import { explain } from '../errors/explain.ts';
import { useWallet } from './useWallet.ts';

/** Brings the wallet to the page's chain; a wallet that doesn't know it is told. */
export function SwitchChainButton(look: Pick<ComponentProps<typeof Button>, 'variant' | 'wide'>) {
  const t = useT();
  const words = useWords();
  const { config } = useDeployment();
  const { switchChain } = useWallet();
  const [isSwitching, setSwitching] = useState(false);
  const [problem, setProblem] = useState<Words | null>(null);
  const onClick = async () => {
    setSwitching(true);
    setProblem(null);
    await switchChain().catch((error: unknown) => setProblem(explain(error)));
    setSwitching(false);
  };
  return (
    <>
      <Button {...look} busy={isSwitching} onClick={onClick}>
        {t('wallet.switchTo', { chain: config.chain.name })}
      </Button>
      {problem && <Notice tone="bad">{words(problem)}</Notice>}
    </>
  );
}
