// What boards and auditors do with tariffs outside of the page: npm run --silent tariff -- COMMAND …
import { parseArgs } from 'node:util';
import { DecimalError, parseDecimal } from '../src/domain/decimal.ts';
import { encodeTariff } from '../src/domain/tariff/encode.ts';
import { DECIMALS } from '../src/domain/tariff/model.ts';
import { parseTariff } from '../src/domain/tariff/parse.ts';
import { parsePayment, parseUsage } from '../src/domain/tariff/parseUsage.ts';
import { parseVersions } from '../src/domain/tariff/parseVersions.ts';
import type { TariffVersion } from '../src/domain/tariff/usage.ts';
import { quoteBoth, unitsBoth } from './tariff/answers.ts';
import { answerCase, parseCases } from './tariff/batch.ts';
import { type ContractSide, startContractSide } from './tariff/contractSide.ts';
import { difference } from './tariff/difference.ts';
import { inFile, readFile, throwOf } from './tariff/files.ts';
import { publishTariff } from './tariff/publish.ts';

const USAGE = `Usage: npm run --silent tariff -- COMMAND
  check FILE                 whether the file is a tariff that can be published
  quote TARIFF USAGE         a bill, by the contract and by the browser's code
  units TARIFF USAGE         what a payment buys, by both
  batch FILE                 both for each case of a file, one JSON line a case
  diff OLD NEW [--load-kw 3] what 50, 100, 200 and 500 kWh would cost in 30 days
  publish FILE --category N --book ADDRESS --rpc-url URL [--from DATE] [--unlocked ADDRESS]
TARIFF is a tariff file, or { "versions": [{ "tariff": … }, { "from": "2024-12-21", "tariff": … }] }.
publish signs with TARIFF_OFFICER_PRIVATE_KEY of the environment or of the file .env.`;

const commands: Record<string, (files: string[], options: Options) => Promise<void>> = {
  check: async ([file]) => {
    const versions = readFile(need(file), parseVersions);
    await withContracts((contracts) => contracts.check(versions));
    for (const { tariff } of versions) {
      const size = `Charges: ${tariff.charges.length}, bytes on chain: ${encodeTariff(tariff).length}`;
      console.log(`${tariff.id}: ${tariff.title}. ${size}. It can be published.`);
    }
  },
  quote: async ([tariff, usage]) => {
    const [versions, given] = [readFile(need(tariff), parseVersions), readFile(need(usage), parseUsage)];
    const answer = withContracts((contracts) => quoteBoth(contracts, versions, given));
    print(await answer.catch((error) => throwOf(need(usage), error)));
  },
  units: async ([tariff, usage]) => {
    const versions = readFile(need(tariff), parseVersions);
    const payment = readFile(need(usage), parsePayment);
    const last = (versions.at(-1) as TariffVersion).tariff;
    const answer = withContracts((contracts) => unitsBoth(contracts, last, payment));
    const { contract, browser, equal } = await answer.catch((error) => throwOf(need(usage), error));
    print({ contract, browser, equal });
  },
  batch: async ([file]) => {
    const cases = readFile(need(file), parseCases);
    await withContracts(async (contracts) => {
      for (const one of cases) print(await answerCase(contracts, one));
    });
  },
  diff: async ([older, newer], { 'load-kw': load = '3' }) => {
    const [before, after] = [readFile(need(older), parseTariff), readFile(need(newer), parseTariff)];
    for (const line of inFile(newer as string, () => difference(before, after, readLoad(load)))) console.log(line);
  },
  publish: async ([file], options) => {
    console.log(await publishTariff(readFile(need(file), parseTariff), options));
  },
};

const options = {
  'load-kw': { type: 'string' },
  category: { type: 'string' },
  book: { type: 'string' },
  'rpc-url': { type: 'string' },
  from: { type: 'string' },
  unlocked: { type: 'string' },
} as const;

type Options = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

try {
  const { positionals, values } = parseArgs({ options, allowPositionals: true });
  const [command = '', ...files] = positionals;
  const run = Object.hasOwn(commands, command) ? commands[command] : undefined;
  if (!run) throw new Error(USAGE);
  await run(files, values);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

function need(file: string | undefined): string {
  if (file === undefined) throw new Error(USAGE);
  return file;
}

function print(answer: unknown): void {
  console.log(JSON.stringify(answer));
}

async function withContracts<T>(use: (contracts: ContractSide) => Promise<T>): Promise<T> {
  const contracts = await startContractSide();
  try {
    return await use(contracts);
  } finally {
    await contracts.stop();
  }
}

function readLoad(text: string): bigint {
  try {
    const load = parseDecimal(text, DECIMALS.load);
    if (load > 0n) return load;
  } catch (error) {
    if (!(error instanceof DecimalError)) throw error;
  }
  throw new Error(`--load-kw is "${text}"; expected a load such as 3 or 0.5.`);
}
