import type { Gas } from './gas.ts';
import type { NaiveGas } from './naive.ts';
import type { PageFigures } from './page.ts';

/** What bench/results.json holds; bench/README.md says what each figure means. */
export type Results = {
  gas: Gas & NaiveGas;
  bytes: { firstLoadJsGzip: number; contracts: Record<string, number> };
  history: PageFigures['history'];
};

/** Results as JSON, with nothing but what is compared from one version to the next. */
export function serialize(results: Results): string {
  const withoutCalls = (key: string, value: unknown) => (key === 'calls' ? undefined : value);
  return `${JSON.stringify(results, withoutCalls, 2)}\n`;
}

/** The most that these may come to. */
export function barsOf({ gas, bytes }: Results) {
  return [
    { what: 'payment, gas', is: gas.payment, bar: 31_000 },
    { what: 'reading in a batch of 200, gas', is: gas.reading[200], bar: 8300 },
    { what: 'bill in a batch of 200, gas', is: gas.bill[200], bar: 20_000 },
    { what: 'reading and bill in a batch of 200, gas', is: gas.readingAndBill[200], bar: 22_500 },
    { what: 'JavaScript of the first load, bytes after gzip', is: bytes.firstLoadJsGzip, bar: 150_000 },
  ];
}

export function printResults(results: Results): void {
  const { gas, bytes, history } = results;
  const batches = ({ 1: one, 50: fifty, 200: many }: Gas['reading']) => [one, fifty, many];
  print('Gas for each row, in a batch of', '1', '50', '200');
  print('  reading', ...batches(gas.reading));
  print('  bill', ...batches(gas.bill));
  print('  reading and bill in one pass', ...batches(gas.readingAndBill));
  print('Gas of a transaction', 'ours', 'naive', '… with event');
  print('  reading and bill, alone', gas.readingAndBill[1], gas.naive.record, gas.naiveWithEvent.record);
  print('  reading and bill, in a batch of 200', gas.readingAndBill[200]);
  print('  payment of a part', gas.payment, gas.naive.payPart, gas.naiveWithEvent.payPart);
  print('  payment of all that is owed', '', gas.naive.payFull, gas.naiveWithEvent.payFull);
  print('Bytes');
  for (const [name, size] of Object.entries(bytes.contracts)) print(`  code of ${name}`, size);
  print('  JavaScript of the first load, gzip', bytes.firstLoadJsGzip);
  print('Account with 27 bills, first visit', 'requests', 'calls in them', 'ms');
  for (const [blocks, { requests, calls, ms }] of Object.entries(history)) {
    print(`  on a chain of ${format(Number(blocks))} blocks`, requests, calls, ms);
  }
  print('Bars', 'is', 'at most', '');
  for (const { what, is, bar } of barsOf(results)) print(`  ${what}`, is, bar, is <= bar ? 'met' : 'NOT MET');
}

function print(what: string, ...figures: (number | string)[]): void {
  const cells = figures.map((figure) => (typeof figure === 'number' ? format(figure) : figure).padStart(14));
  console.log(what.padEnd(50) + cells.join(''));
}

function format(figure: number): string {
  return figure.toLocaleString('en-GB');
}
