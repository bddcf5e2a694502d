import { type Address, domainSeparator, type Hex, size, slice } from 'viem';
import type { Deployment } from '../deployment.ts';
import { explain } from '../errors/explain.ts';
import { fetchHead } from '../head.ts';
import type { Permit } from '../transactions/request.ts';
import { providerOn } from '../wallet/providerOn.ts';
import { readToken } from './readToken.ts';

/** Seconds that the wallet, the user and the chain have for it. */
const validFor = 3600;

const types = {
  EIP712Domain: [
    { name: 'name', type: 'string' },
    { name: 'version', type: 'string' },
    { name: 'chainId', type: 'uint256' },
    { name: 'verifyingContract', type: 'address' },
  ],
  Permit: [
    { name: 'owner', type: 'address' },
    { name: 'spender', type: 'address' },
    { name: 'value', type: 'uint256' },
    { name: 'nonce', type: 'uint256' },
    { name: 'deadline', type: 'uint256' },
  ],
};

interface Permission {
  token: Address;
  owner: Address;
  spender: Address;
  value: bigint;
}

/**
 * Has the wallet sign a permit (EIP-2612). Null where the token knows none or the wallet can't sign one.
 * @param onAsk Told before the user is asked.
 * @throws the wallet's error when the user declines, WrongChainError, NoWalletError
 */
export async function signPermit(
  deployment: Deployment,
  { token, owner, spender, value }: Permission,
  onAsk: () => void,
): Promise<Permit | null> {
  const { client, config } = deployment;
  const known = await domainOf(deployment, token, owner).catch(() => null);
  if (!known) return null;
  const provider = await providerOn(config.chain.id);
  const deadline = BigInt((await fetchHead(client)).time + validFor);
  const message = { owner, spender, value: String(value), nonce: String(known.nonce), deadline: String(deadline) };
  const data = JSON.stringify({ types, primaryType: 'Permit', domain: known.domain, message });
  onAsk();
  const signature = await provider
    .request({ method: 'eth_signTypedData_v4', params: [owner, data] })
    .catch((error: unknown) => {
      if (explain(error).key === 'error.declined') throw error;
      return null;
    });
  return signature && permitOf(signature, deadline);
}

/** What the token wants signed; null where it can't be told. */
async function domainOf({ client, config }: Deployment, token: Address, owner: Address) {
  const [nonce, separator, name, version] = await Promise.all([
    readToken(client, token, 'nonces', [owner]),
    readToken(client, token, 'DOMAIN_SEPARATOR', []),
    readToken(client, token, 'name', []),
    readToken(client, token, 'version', []).catch(() => '1'),
  ]);
  const domain = { name, version, chainId: config.chain.id, verifyingContract: token };
  return domainSeparator({ domain }) === separator ? { nonce, domain } : null;
}

/** Null for the signature of a contract's wallet, which tokens don't take. */
function permitOf(signature: Hex, deadline: bigint): Permit | null {
  if (size(signature) !== 65) return null;
  const v = Number(slice(signature, 64));
  return { deadline, v: v < 27 ? v + 27 : v, r: slice(signature, 0, 32), s: slice(signature, 32, 64) };
}
