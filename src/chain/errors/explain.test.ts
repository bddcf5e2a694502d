import { encodeErrorResult, HttpRequestError, RpcRequestError } from 'viem';
import { describe, expect, it } from 'vitest';
import { quantity } from '../../messages/words.ts';
import { electricityBillingAbi } from '../abi.gen.ts';
import { HistoryGapError } from '../history/links.ts';
import { TooLittleMoneyError, WrongChainError } from '../transactions/errors.ts';
import { explain } from './explain.ts';

const body = { method: 'eth_call' };
const url = 'http://127.0.0.1:8545';
const paused = encodeErrorResult({ abi: electricityBillingAbi, errorName: 'EnforcedPause' });

describe('what wallets say', () => {
  it.each([
    [{ code: 4001, message: 'User rejected the request.' }, 'error.declined'],
    [{ code: -32002, message: 'Request of type eth_requestAccounts already pending' }, 'error.requestPending'],
    [{ code: 4900, message: 'Disconnected' }, 'error.walletGone'],
    [{ code: 4902, message: 'Unrecognized chain ID' }, 'error.chainUnknown'],
    [{ code: -32603, message: 'Internal error', data: { originalError: { code: 4001 } } }, 'error.declined'],
    [{ code: -32000, message: 'insufficient funds for gas * price + value' }, 'error.insufficientFunds'],
    [{ code: -32000, message: 'nonce too low' }, 'error.nonce'],
    [{ code: -32603, message: 'Internal JSON-RPC error.', data: { code: 3, data: paused } }, 'error.EnforcedPause'],
  ])('%j', (error, key) => expect(explain(error).key).toBe(key));
});

describe('what nodes say', () => {
  it('a revert with data', () => {
    const error = new RpcRequestError({ body, url, error: { code: 3, message: 'execution reverted', data: paused } });
    expect(explain(error)).toEqual({ key: 'error.EnforcedPause', values: {} });
  });
  it('nothing', () => {
    expect(explain(new HttpRequestError({ url, cause: new TypeError('fetch failed') })).key).toBe('error.network');
    expect(explain(new TypeError('Failed to fetch')).key).toBe('error.network');
  });
});

describe('what this page finds', () => {
  it.each([
    [
      new TooLittleMoneyError(10n ** 18n, 25n * 10n ** 17n),
      {
        key: 'error.tooLittleMoney',
        values: { balance: quantity('coin', 10n ** 18n), needed: quantity('coin', 25n * 10n ** 17n) },
      },
    ],
    [new HistoryGapError(12n), { key: 'error.historyGap', values: { block: '12' } }],
    [new WrongChainError(), { key: 'error.wrongChain' }],
  ])('%s', (error, words) => expect(explain(error)).toEqual(words));

  it('mistakes of its own are not taken for the network', () => {
    expect(explain(new TypeError('x is undefined'))).toEqual({
      key: 'error.unexpected',
      values: { message: 'x is undefined' },
    });
    expect(explain('text').key).toBe('error.unexpected');
    expect(explain(null).key).toBe('error.unexpected');
  });
});
