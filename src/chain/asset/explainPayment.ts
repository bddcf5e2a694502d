import type { MessageKey } from '../../messages/keys.ts';
import type { Words } from '../../messages/words.ts';
import { explain } from '../errors/explain.ts';
import { TooLittleOfTokenError } from '../transactions/errors.ts';

/** Errors of tokens: OpenZeppelin's and Solady's. */
const selectors: Record<string, MessageKey> = {
  '0xe450d38c': 'asset.tooLittle',
  '0xf4d678b8': 'asset.tooLittle',
  '0xfb8f41b2': 'asset.notAllowed',
  '0x13be252b': 'asset.notAllowed',
};

const texts: readonly [RegExp, MessageKey][] = [
  [/exceeds balance/i, 'asset.tooLittle'],
  [/allowance/i, 'asset.notAllowed'],
];

/** Why a transaction was refused, by the contracts or by the token that it pays in: the contracts' own errors don't include a token's. */
export function explainPayment(error: unknown): Words {
  if (error instanceof TooLittleOfTokenError) return { key: 'asset.tooLittle' };
  const words = explain(error);
  const { data, text } = words.values ?? {};
  const key =
    words.key === 'error.unknownRevert'
      ? selectors[String(data)]
      : words.key === 'error.revertText' && texts.find(([pattern]) => pattern.test(String(text)))?.[1];
  return key ? { key } : words;
}
