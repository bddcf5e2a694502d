import { bytesToHex } from 'viem';
import type { WriteRequest } from '../../chain/transactions/request.ts';
import { encodeTariff } from '../../domain/tariff/encode.ts';
import type { Tariff } from '../../domain/tariff/model.ts';

/** Publishes the next version of a category. @param startDay days since 1970 in the board's local time */
export function publishTariff(category: number, startDay: number, tariff: Tariff): WriteRequest {
  return {
    contract: 'tariffBook',
    functionName: 'publish',
    args: [category, startDay, bytesToHex(encodeTariff(tariff))],
    describe: { key: 'editor.describe', values: { title: tariff.title, category: String(category) } },
    subject: `category:${category}`,
  };
}
