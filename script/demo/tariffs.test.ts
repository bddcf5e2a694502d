import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { dayOfIsoDate } from '../../src/domain/calendar.ts';
import { computeBill } from '../../src/domain/tariff/bill.ts';
import { decodeTariff } from '../../src/domain/tariff/decode.ts';
import { encodeTariff } from '../../src/domain/tariff/encode.ts';
import { parseTariffText } from '../../src/domain/tariff/parse.ts';

const folder = new URL('../../tariffs/', import.meta.url);
const read = (id: string) => parseTariffText(readFileSync(new URL(`${id}.json`, folder), 'utf8'));
const june = { fromDay: dayOfIsoDate('2023-06-01'), toDay: dayOfIsoDate('2023-07-01'), load: 3000n };

test.each(readdirSync(folder))('%s has its id, a source, and survives publication', (file) => {
  const tariff = read(file.replace('.json', ''));
  expect(`${tariff.id}.json`).toBe(file);
  expect(tariff.source).toBeTruthy();
  expect(decodeTariff(encodeTariff(tariff))).toEqual(tariff);
});

test.each([
  ['flat-5', 500, 2_500],
  // 684.00 − 90.00 + 206.98 + 36.00 + 44.55, as the tariff order's figures give for 120 kWh and 3 kW.
  ['apdcl-domestic-a-2023', 120, 882],
  // 100 × 7.90 + 3 × 150 × 30 × 12 / 365.25 + 100 × 0.70 + 5 % of the first two.
  ['apdcl-commercial-2023', 100, 1_365],
  // 100 × 5.05 + 3 × 65 × 30 × 12 / 365.25 + 100 × 0.70 + 5 % of the first two.
  ['apdcl-agriculture-2023', 100, 802],
])('%s: %i kWh in June 2023 are %i', (id, kwh, total) => {
  expect(computeBill(read(id), { ...june, energy: BigInt(kwh) * 1000n }).total).toBe(BigInt(total) * 1_000_000n);
});
