import { useFormat, useT } from '../../messages/useMessages.ts';
import { useAssetSymbol } from './useAssetSymbol.ts';

/** What the wallet can pay. @param amount Millionths of the currency. */
export function Holdings({ amount }: { amount: bigint }) {
  const t = useT();
  const format = useFormat();
  const symbol = useAssetSymbol();
  const balance = format.money(inHundredths(amount));
  return <p>{symbol ? t('asset.holdings', { balance, symbol }) : t('payment.balance', { balance })}</p>;
}

/** What is left of fees has more decimals than anyone reads. Rounded down, so that it can be paid. */
function inHundredths(amount: bigint): bigint {
  return amount - (amount % 10_000n);
}
