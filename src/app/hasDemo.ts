import type { Config } from '../chain/config.ts';

/** Demo wallets exist on the local test chain only, and only in a page that was built for it. */
export function hasDemo({ chain, demo }: Config): boolean {
  return import.meta.env.MODE === 'demo' && demo !== undefined && chain.id === 14_330;
}
