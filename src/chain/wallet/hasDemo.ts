import type { Config } from '../config.ts';

/** The local test chain, the only one with demo wallets. */
export const demoChainId = 14_330;

/** Demo wallets exist on the local test chain only, and only in a page that was built for it. */
export function hasDemo({ chain, demo }: Config): boolean {
  return import.meta.env.MODE === 'demo' && demo !== undefined && chain.id === demoChainId;
}
