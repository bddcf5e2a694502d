import type { Address } from 'viem';
import { fromAssetUnits } from '../../domain/assetUnits.ts';
import type { MessageKey } from '../../messages/keys.ts';
import { quantity, type Words } from '../../messages/words.ts';
import type { Deployment } from '../deployment.ts';
import { TooLittleOfTokenError } from '../transactions/errors.ts';
import { simulate } from '../transactions/prepare.ts';
import { type Call, callOf, type WriteRequest } from '../transactions/request.ts';
import type { Outcome } from '../transactions/store.ts';
import { approval } from './approval.ts';
import { explainPayment } from './explainPayment.ts';
import { readToken } from './readToken.ts';
import { signPermit } from './signPermit.ts';

interface Allowing {
  deployment: Deployment;
  account: Address;
  request: WriteRequest;
  token: Address;
  /** The wallet is about to be asked for a signature. */
  onAsk: (step: Words) => void;
  /** Sends a call and waits until it is settled. */
  send: (call: Call, describe: Words, step: Words) => Promise<Outcome | null>;
}

/**
 * Lets the contract take what a request takes of the token, and not a unit more: by a permit where the call, the token and the wallet know them, else by an
 * approval that is sent first.
 * @returns what to send then; or what became of the approval, when that ended it
 * @throws TooLittleOfTokenError; what the contract refuses the request with, whatever is allowed; else the wallet's error, or the node's
 */
export async function allow(
  allowing: Allowing,
): Promise<{ request: WriteRequest; step?: Words } | { stopped: Outcome | null }> {
  const { deployment, account, request, token, onAsk, send } = allowing;
  const { client, contracts, facts } = deployment;
  const spender = contracts.electricityBilling.address;
  const value = request.value ?? 0n;
  if ((await readToken(client, token, 'allowance', [account, spender])) >= value) return { request };
  if ((await readToken(client, token, 'balanceOf', [account])) < value) throw new TooLittleOfTokenError();
  await refuse(deployment, account, request);

  const values = { amount: quantity('money', fromAssetUnits(value, facts)) };
  const step: Words = { key: 'asset.secondStep' };
  if (request.withPermit) {
    const permission = { token, owner: account, spender, value };
    const permit = await signPermit(deployment, permission, () => onAsk({ key: 'asset.signPermit', values }));
    const permitted = permit && request.withPermit(permit);
    if (permitted && (await works(deployment, account, permitted))) return { request: permitted, step };
  }
  const describe: Words = { key: 'asset.describeApproval', values };
  const outcome = await send(approval(token, spender, value), describe, { key: 'asset.firstStep', values });
  return outcome && !outcome.problem ? { request, step } : { stopped: outcome };
}

/** Whatever the contract itself finds wrong is said before anything is allowed. It looks at the token last. */
async function refuse(deployment: Deployment, account: Address, request: WriteRequest): Promise<void> {
  const error: unknown = await simulate(deployment.client, account, callOf(deployment, request)).catch(
    (cause: unknown) => cause,
  );
  if (error && !ofTokens.includes(explainPayment(error).key)) throw error;
}

/** What a token says that isn't allowed to move anything yet. */
const ofTokens: readonly MessageKey[] = ['asset.notAllowed', 'error.unknownRevert', 'error.revertText'];

async function works(deployment: Deployment, account: Address, request: WriteRequest): Promise<boolean> {
  return simulate(deployment.client, account, callOf(deployment, request)).then(
    () => true,
    () => false,
  );
}
