import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dayOfIsoDate } from '../src/domain/calendar.ts';
import { parseDecimal } from '../src/domain/decimal.ts';
import { computeBill } from '../src/domain/tariff/bill.ts';
import { decodeTariff } from '../src/domain/tariff/decode.ts';
import { encodeTariff } from '../src/domain/tariff/encode.ts';
import { DECIMALS } from '../src/domain/tariff/model.ts';
import { parseTariff, parseTariffText } from '../src/domain/tariff/parse.ts';
import { unitsFor } from '../src/domain/tariff/prepaid.ts';
import { serializeTariff } from '../src/domain/tariff/serialize.ts';

const folder = new URL('../tariffs/', import.meta.url);
const ids = readdirSync(folder)
  .filter((file) => file.endsWith('.json'))
  .map((file) => file.replace('.json', ''));
const read = (id: string) => parseTariffText(readFileSync(new URL(`${id}.json`, folder), 'utf8'));
const money = (text: string) => parseDecimal(text, DECIMALS.money);
const energy = (text: string) => parseDecimal(text, DECIMALS.energy);

test.each(ids)('%s has its id, a source, and survives publication', (id) => {
  const tariff = read(id);
  expect(tariff.id).toBe(id);
  expect(tariff.source).toBeTruthy();
  expect(decodeTariff(encodeTariff(tariff))).toEqual(tariff);
  expect(parseTariff(serializeTariff(tariff))).toEqual(tariff);
});

test('the README has a row for every file, and no other', () => {
  const readme = readFileSync(new URL('README.md', folder), 'utf8');
  const rows = [...readme.matchAll(/^\| `([^`]+)\.json` \|/gm)].map(([, id]) => id);
  expect(rows.toSorted()).toEqual(ids.toSorted());
});

/** 30 days: limits are as printed, and a fixed charge of APDCL's is 30 × 12 / 365.25 = 0.985626 of a month's. */
describe('APDCL in June', () => {
  const bill = (id: string, load: string, kwh: string) => {
    const year = id.slice(-4);
    const period = { fromDay: dayOfIsoDate(`${year}-06-01`), toDay: dayOfIsoDate(`${year}-07-01`) };
    return computeBill(read(id), { ...period, load: energy(load), energy: energy(kwh) }).total;
  };

  test.each([
    // 151.50 − 30.00 + 40 × 0.5 × 0.985626 = 19.71, + 9.00, + 5 % of 171.21 = 8.56: 158.77
    ['apdcl-jeevan-dhara-2023', '0.5', '30', '159'],
    // 684.00 − 90.00 + 206.98 + 36.00 + 44.55: 881.53
    ['apdcl-domestic-a-2023', '3', '120', '882'],
    // 7,450.00 + 70 × 10 × 0.985626 = 689.94, + 700.00, + 5 % of 8,139.94 = 407.00: 9,246.94
    ['apdcl-domestic-b-2023', '10', '1000', '9247'],
    // 790.00 + 443.53 + 70.00 + 5 % of 1,233.53 = 61.68: 1,365.21
    ['apdcl-commercial-2023', '3', '100', '1365'],
    // 695.00 + 487.89 + 70.00 + 5 % of 1,182.89 = 59.14: 1,312.03
    ['apdcl-general-a-2023', '3', '100', '1312'],
    // 685.00 + 266.12 + 70.00 + 5 % of 951.12 = 47.56: 1,068.68
    ['apdcl-general-b-2023', '3', '100', '1069'],
    // 690.00 + 413.96 + 70.00 + 5 % of 1,103.96 = 55.20: 1,229.16
    ['apdcl-public-lighting-2023', '3', '100', '1229'],
    // 505.00 + 192.20 + 70.00 + 5 % of 697.20 = 34.86: 802.06
    ['apdcl-agriculture-2023', '3', '100', '802'],
    // 555.00 + 206.98 + 70.00 + 5 % of 761.98 = 38.10: 870.08
    ['apdcl-small-industry-rural-2023', '3', '100', '870'],
    // 580.00 + 236.55 + 70.00 + 5 % of 816.55 = 40.83: 927.38
    ['apdcl-small-industry-urban-2023', '3', '100', '927'],
    // 989.00 + 310.47 + 70.00 + 5 % of 1,299.47 = 64.97: 1,434.44
    ['apdcl-temporary-domestic-2023', '3', '100', '1434'],
    // 1,199.00 + 458.32 + 70.00 + 5 % of 1,657.32 = 82.87: 1,810.19
    ['apdcl-temporary-other-2023', '3', '100', '1810'],
    // 515.00 + 192.20 + 70.00 + 5 % of 707.20 = 35.36: 812.56
    ['apdcl-temporary-agriculture-2023', '3', '100', '813'],
    // 5,900.00 + 2,956.88 + 700.00 + 5 % of 8,856.88 = 442.84: 9,999.72
    ['apdcl-ev-charging-2023', '20', '1000', '10000'],
    // 30 × 4.65 = 139.50, + 30 × 0.5 × 0.985626 = 14.78: 154.28
    ['apdcl-jeevan-dhara-2022', '0.5', '30', '154'],
    // 120 × 5.30 + 120 × 6.60 + 60 × 7.60 = 1,884.00, + 177.41: 2,061.41
    ['apdcl-domestic-a-2022', '3', '300', '2061'],
    // 715.00 + 177.41: 892.41
    ['apdcl-domestic-b-2022', '3', '100', '892'],
    // 760.00 + 413.96: 1,173.96
    ['apdcl-commercial-2022', '3', '100', '1174'],
    // 515.00 + 177.41: 692.41
    ['apdcl-small-industry-rural-2022', '3', '100', '692'],
    // 540.00 + 206.98: 746.98
    ['apdcl-small-industry-urban-2022', '3', '100', '747'],
  ])('%s: %s kW and %s kWh are %s', (id, load, kwh, total) => {
    expect(bill(id, load, kwh)).toBe(money(total));
  });

  test.each(['apdcl-jeevan-dhara-2023', 'apdcl-jeevan-dhara-2022'])('%s ends at 45 kWh', (id) => {
    bill(id, '0.5', '45');
    expect(() => bill(id, '0.5', '45.001')).toThrow();
  });
});

test.each([
  ['flat-5', '2024-06-01', '2024-07-01', '1', '500', '2500'],
  // 200 × 3.00 + 200 × 4.50 + 100 × 6.50 = 2,150.00 with PPAC 124.14 + 186.21 + 134.49; 3 × 50 = 150.00 with PPAC 31.04;
  // 8 % and 7 % of 2,300.00; 5 % of 2,150.00 + 444.84 + 172.00 = 138.34.
  ['brpl-domestic-2-5kw-2022', '2022-07-01', '2022-08-01', '3', '500', '3259.22'],
  // 540.60 + 465.66 + 836.40 + 2,193.00 + 1,440.20 = 5,475.86, + 45.00 + 30.00 + 181.70: 5,732.56
  ['wbsedcl-domestic-urban-2021', '2021-04-01', '2021-07-01', '1', '790', '5733'],
  // 100 × 2.25 + 200 × 4.50 + 100 × 6.00: at 500 the first table holds
  ['tangedco-domestic-2022', '2022-10-01', '2022-12-01', '1', '500', '1725'],
  // 300 × 4.50 + 100 × 6.00 + 100 × 8.00
  ['tangedco-domestic-2022', '2022-10-01', '2022-12-01', '1', '600', '2750'],
  // 74,200 + 76,650 + 178,600 + 224,200 + 250,300 + 25,870 = 829,820, and VAT of 82,982
  ['evn-household-2015', '2015-06-15', '2015-07-15', '1', '410', '912802'],
  // 43.60 + 33.40 + 154.80 + 100 × 0.546 = 286.40, and 8 % of 54.60 = 4.37: 290.77
  ['tnb-domestic-2024', '2024-04-01', '2024-05-01', '1', '700', '290.75'],
  // 10 × 0.218 = 2.18 is below the minimum
  ['tnb-domestic-2024', '2024-04-01', '2024-05-01', '1', '10', '3'],
  // 1,600 + 24,000 + 32,190 + 350 × 14 = 62,690, VAT 6,269, 3.7 % = 2,319.53 cut to 2,310: 71,269
  ['kepco-residential-2024', '2024-05-01', '2024-06-01', '1', '350', '71260'],
  // 7,300 + 36,000 + 32,190 + 15,365 + 500 × 14 = 97,855, VAT 9,786, 3.7 % = 3,620.6 cut to 3,620: 111,261
  ['kepco-residential-2024-summer', '2024-07-01', '2024-08-01', '1', '500', '111260'],
  // 120 × 1.89 + 210 × 2.73 = 800.10
  ['taipower-residential-2015-summer', '2015-07-01', '2015-08-01', '1', '330', '800'],
  // 75 × 4.19 + 43 × 5.72 = 560.21, 60 for the load, rent 40, VAT 5 % of 660.21 = 33
  ['desco-residential-2020', '2021-04-01', '2021-05-01', '2', '118', '693'],
  // 26 × 3.75 = 97.50 to 98, no charge for the load, rent 40, VAT 5 % of 137.50 = 7
  ['desco-residential-2020', '2021-04-01', '2021-05-01', '2', '26', '145'],
  // 190 × 1,444.70 = 274,493, and 5 % = 13,724.65 to 13,725
  ['pln-2200va-bogor-2025', '2025-04-01', '2025-05-01', '1', '190', '288218'],
])('%s, %s to %s: %s kW and %s kWh are %s', (id, from, to, load, kwh, total) => {
  const period = { fromDay: dayOfIsoDate(from), toDay: dayOfIsoDate(to) };
  expect(computeBill(read(id), { ...period, load: energy(load), energy: energy(kwh) }).total).toBe(money(total));
});

test.each([
  // 50,000 less 3 % is 48,500; / 1,444.70 = 33.571
  ['pln-prepaid-1300va-2022', '50000', '0', '33.57'],
  // 100,000 − 1,600 = 98,400, less 2.4 % is 96,038.40; / 605 = 158.741
  ['pln-prepaid-900va-jakarta-2015', '100000', '0', '158.74'],
  // 41.6 × 3.425 = 142.48 to the first limit; 257.52 / 4.044 = 63.680 above it
  ['tshwane-prepaid-2026', '400', '58.4', '105.3'],
])('%s: %s after %s kWh buys %s', (id, amount, already, kwh) => {
  expect(unitsFor(read(id), money(amount), energy(already)).units).toBe(energy(kwh));
});
