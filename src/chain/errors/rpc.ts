import type { MessageKey } from '../../messages/keys.ts';
import type { Words } from '../../messages/words.ts';

/** Codes of EIP-1193, EIP-1474 and JSON-RPC that say enough by themselves. */
const keysOfCodes: Record<number, MessageKey> = {
  4001: 'error.declined',
  4100: 'error.unauthorized',
  4200: 'error.unsupportedMethod',
  4900: 'error.walletGone',
  4901: 'error.walletGone',
  4902: 'error.chainUnknown',
  [-32002]: 'error.requestPending',
  [-32005]: 'error.tooManyRequests',
  [-32601]: 'error.unsupportedMethod',
};

/** What nodes only say in English. */
const keysOfTexts: readonly [RegExp, MessageKey][] = [
  [/insufficient funds/i, 'error.insufficientFunds'],
  [/nonce too low|already known|replacement transaction underpriced/i, 'error.nonce'],
  [/user (rejected|denied|cancell?ed)/i, 'error.declined'],
  [/out of gas|exceeds block gas limit|gas required exceeds/i, 'error.outOfGas'],
  [/header not found|missing trie node|pruned/i, 'error.nodeBehind'],
];

const networkErrors = ['HttpRequestError', 'TimeoutError', 'WebSocketRequestError', 'TypeError'];

/** A node's, a wallet's or the network's error; null when nothing is known of it. */
export function explainCode({ code, name, message, details }: Record<string, unknown>): Words | null {
  const byCode = keysOfCodes[Number(code)];
  if (byCode) return { key: byCode };
  const text = `${details ?? ''} ${message ?? ''}`;
  const byText = keysOfTexts.find(([pattern]) => pattern.test(text))?.[1];
  if (byText) return { key: byText };
  return networkErrors.includes(String(name)) && isOfTheNetwork(String(name), text) ? { key: 'error.network' } : null;
}

/** `fetch` rejects with a plain TypeError, as do mistakes in a program. */
function isOfTheNetwork(name: string, text: string): boolean {
  return name !== 'TypeError' || /fetch|network|load failed/i.test(text);
}
