import type { Hex } from 'viem';
import { quantity, type Words } from '../../messages/words.ts';
import { ConfigError } from '../config.ts';
import { HistoryGapError } from '../history/links.ts';
import { StartError } from '../start.ts';
import { NoWalletError, TooLittleMoneyError, TooMuchGasError, WrongChainError } from '../transactions/errors.ts';
import { explainRevert } from './contract.ts';
import { explainCode } from './rpc.ts';

/** Any error that the chain side can end in, as a sentence for the user. The one place where errors turn into words. */
export function explain(error: unknown): Words {
  const own = explainOwn(error);
  if (own) return own;
  const causes = causesOf(error);
  const data = causes.map(revertData).find(Boolean);
  if (data) return explainRevert(data);
  for (const cause of causes) {
    const words = explainCode(cause);
    if (words) return words;
  }
  return { key: 'error.unexpected', values: { message: firstLine(causes.at(-1)) } };
}

function explainOwn(error: unknown): Words | null {
  if (error instanceof TooLittleMoneyError) {
    return {
      key: 'error.tooLittleMoney',
      values: { balance: quantity('coin', error.balance), needed: quantity('coin', error.needed) },
    };
  }
  if (error instanceof HistoryGapError) return { key: 'error.historyGap', values: { block: String(error.block) } };
  if (error instanceof WrongChainError) return { key: 'error.wrongChain' };
  if (error instanceof TooMuchGasError) return { key: 'error.outOfGas' };
  if (error instanceof NoWalletError) return { key: 'error.noWallet' };
  if (error instanceof StartError)
    return { key: `start.${error.reason}`, values: { found: error.found, wanted: error.wanted } };
  if (!(error instanceof ConfigError)) return null;
  const { field, found, wanted } = error;
  return field
    ? { key: 'start.configField', values: { field, found, wanted } }
    : { key: 'start.config', values: { found, wanted } };
}

/** The error and what it was caused by, outermost first. Wallets put the cause in `data.originalError` or `error` instead. */
function causesOf(error: unknown): Record<string, unknown>[] {
  if (typeof error !== 'object' || error === null) return [];
  const { cause, error: inner, data } = error as Record<string, unknown>;
  const original =
    typeof data === 'object' && data !== null && 'originalError' in data ? data.originalError : undefined;
  return [error as Record<string, unknown>, ...causesOf(cause ?? original ?? inner)];
}

/** The data a call reverted with: four bytes at the least. Nodes and wallets put it in `data` or in `data.data`. */
function revertData({ data }: Record<string, unknown>): Hex | undefined {
  const hex = typeof data === 'object' && data !== null && 'data' in data ? data.data : data;
  return typeof hex === 'string' && /^0x[0-9a-fA-F]{8,}$/.test(hex) ? (hex as Hex) : undefined;
}

function firstLine(error: Record<string, unknown> | undefined): string {
  const message = error?.details ?? error?.shortMessage ?? error?.message;
  return typeof message === 'string' ? (message.split('\n')[0] ?? '') : '–';
}
