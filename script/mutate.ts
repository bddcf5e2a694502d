// npm run test:mutation -- [--sample N | --again] [FILE...]: changes the contracts in small ways, one at a time, and sees whether a test notices. Fails where fewer
// than 90 % are noticed, and where contracts/test/mutation-survivors.json has no reason for one that is not. What survives goes into
// cache/mutation-survivors.json, and --again tries only that, counting the others as they were.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, normalize } from 'node:path';
import { parseArgs } from 'node:util';
import { isOfTariffs, openBench, prepare } from './mutate/bench.ts';
import { applied, type Mutant, mutantsOf } from './mutate/mutants.ts';
import { isSame, type Listed, summary, type Tried } from './mutate/survivors.ts';

const SURVIVORS = 'cache/mutation-survivors.json';
const workers = 2;
const { values, positionals } = parseArgs({
  options: { sample: { type: 'string' }, again: { type: 'boolean', default: false } },
  allowPositionals: true,
});
const files = positionals.length > 0 ? positionals.map(normalize) : contracts();
const sources = new Map(files.map((file) => [file, readFileSync(file, 'utf8')]));
const listed: Listed[] = JSON.parse(readFileSync('contracts/test/mutation-survivors.json', 'utf8'));
const all = files.flatMap((file) => mutantsOf(sources.get(file) ?? '').map((mutant) => ({ ...mutant, file })));
const left: Listed[] = values.again ? JSON.parse(readFileSync(SURVIVORS, 'utf8')) : [];
const isLeft = (mutant: (typeof all)[number]) => left.some((other) => isSame(mutant, other));
const queue = values.again ? all.filter(isLeft) : values.sample ? sample(all, Number(values.sample)) : all;

const folder = mkdtempSync(join(tmpdir(), 'bijuli-mutants-'));
process.once('exit', () => rmSync(folder, { recursive: true }));
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
const tried: Tried[] = values.again ? all.filter((one) => !isLeft(one)).map(killed) : [];
let begun = 0;
try {
  console.log(`${queue.length} mutants of ${all.length}`);
  for (const tariffsFirst of [false, true]) {
    const group = queue.filter(({ file }) => isOfTariffs(file) === tariffsFirst);
    if (group.length > 0) await tryGroup(group, tariffsFirst);
  }
  const { lines, survivors, problems } = summary(tried, listed, values.sample ? [] : files);
  writeFileSync(SURVIVORS, JSON.stringify(survivors, null, 2));
  for (const line of lines) console.log(line);
  for (const problem of problems) console.error(problem);
  process.exitCode = problems.length === 0 ? 0 : 1;
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

async function tryGroup(group: typeof queue, tariffsFirst: boolean) {
  const folders = Array.from({ length: workers }, (_, i) => join(folder, `${tariffsFirst}${i}`));
  const [first = '', ...others] = folders;
  mkdirSync(first);
  await prepare(first, tariffsFirst);
  for (const other of others) cpSync(first, other, { recursive: true, verbatimSymlinks: true });
  const left = [...group];
  await Promise.all(folders.map((place) => work(place, left)));
}

async function work(place: string, left: typeof queue) {
  const bench = openBench(place);
  try {
    for (let mutant = left.shift(); mutant; mutant = left.shift()) await tryOut(bench, mutant, ++begun);
  } finally {
    await bench.close();
  }
}

async function tryOut(bench: ReturnType<typeof openBench>, mutant: Mutant & { file: string }, number: number) {
  const { file, line, within, from, to, start, end, replacement } = mutant;
  const text = applied(sources.get(file) ?? '', start, end, replacement);
  const known = listed.find((other) => isSame(mutant, other));
  const outcome = await bench.tryOut(file, text);
  console.log(`${number}/${queue.length} ${outcome} ${file}:${line} ${within}`);
  if (outcome === 'none') return;
  tried.push({ file, within, from, to, outcome });
  if (outcome === 'survived') console.log(`  - ${from}\n  + ${to}\n  ${known?.reason ?? 'not listed'}`);
}

function killed({ file, within, from, to }: (typeof all)[number]): Tried {
  return { file, within, from, to, outcome: 'killed' };
}

function contracts(): string[] {
  const names = readdirSync('contracts/src', { recursive: true, encoding: 'utf8' });
  return names
    .filter((name) => name.endsWith('.sol') && !name.startsWith('interfaces/'))
    .map((name) => `contracts/src/${name}`)
    .sort();
}

/** Some of them, the same each time and wherever lines have moved. */
function sample<T extends Mutant & { file: string }>(mutants: T[], size: number): T[] {
  const rank = ({ file, within, from, to }: T) =>
    createHash('sha256').update(`${file} ${within} ${from} ${to}`).digest('hex');
  const ranked = mutants.map((mutant) => ({ mutant, rank: rank(mutant) }));
  ranked.sort((a, b) => (a.rank < b.rank ? -1 : 1));
  return ranked.slice(0, size).map(({ mutant }) => mutant);
}
