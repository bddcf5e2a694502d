import { useEffect, useRef, useState } from 'react';
import { useDeployment } from './deployment.ts';
import { useHead } from './head.ts';

/** So many blocks in a row don't fail to come by chance. */
const missed = 6;

/** Whether no block has come for long on a chain that makes them steadily. Goes by the page's own clock: the chain's stands still too. */
export function useStandsStill(): boolean {
  const { blockSeconds } = useDeployment().config.chain;
  const { data: head, dataUpdatedAt } = useHead();
  const seen = useRef({ hash: head.hash, at: performance.now() });
  const [standsStill, setStandsStill] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each look at the chain counts, above all one that shows the same block
  useEffect(() => {
    const now = performance.now();
    if (seen.current.hash !== head.hash) seen.current = { hash: head.hash, at: now };
    setStandsStill(blockSeconds !== undefined && now - seen.current.at > missed * blockSeconds * 1000);
  }, [blockSeconds, head.hash, dataUpdatedAt]);
  return standsStill;
}
