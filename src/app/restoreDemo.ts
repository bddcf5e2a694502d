import type { Deployment } from '../chain/deployment.ts';
import { connectDemo } from '../chain/wallet/demo.ts';
import { hasDemo } from '../chain/wallet/hasDemo.ts';
import { rememberedWallet } from '../chain/wallet/remembered.ts';
import { walletState } from '../chain/wallet/store.ts';

/** Connects again as the demo account of the last visit. */
export function restoreDemo({ client, config }: Deployment): void {
  const account = config.demo?.accounts.find(({ address }) => address === rememberedWallet());
  if (account && hasDemo(config) && !walletState().kind) connectDemo(client, account);
}
