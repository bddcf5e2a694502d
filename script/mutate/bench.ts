import { once } from 'node:events';
import { cpSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { startChild } from '../run/child.ts';
import { foundryProgram } from '../run/foundry.ts';
import { type Artifact, holds, inputFor, type Output, readArtifacts, replaceCode } from './artifacts.ts';

/** `none`: it does not compile. */
export type Outcome = 'killed' | 'survived' | 'none';

const root = join(import.meta.dirname, '../..');

// Far less than npm test does: what a mutant survives by luck alone wants a test that needs none.
const fewRuns = { FOUNDRY_FUZZ_RUNS: '16', FOUNDRY_INVARIANT_RUNS: '2', FOUNDRY_INVARIANT_DEPTH: '30' };
/** With a compilation of everything. */
const longestPreparation = 900_000;
/** Changes that don't end are killed by that. */
const longest = 120_000;
/** Suites that take longest. */
const slow = ['History', 'Holes', 'Register'];
/** Suites of what computes charges. */
const ofTariffs = ['Publish', 'Quote', 'TariffCheck', 'TariffEngine', 'TariffSplit'];

/** Whether a source is found wanting by the suites of tariffs first. */
export function isOfTariffs(file: string): boolean {
  return /Tariff|libraries\//.test(file);
}

/** Copies what the contracts' tests need into a folder, in an order that is good for some mutants, and compiles it there. */
export async function prepare(folder: string, tariffsFirst: boolean) {
  for (const name of ['contracts', 'demo', 'foundry.toml', 'script', 'snapshots', 'tariffs'])
    cpSync(join(root, name), join(folder, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
  // forge runs suites by the order of their files, and the first failure is enough.
  const tests = join(folder, 'contracts/test');
  const rename = (suite: string, place: string) =>
    renameSync(join(tests, `${suite}.t.sol`), join(tests, `${place}${suite}.t.sol`));
  for (const suite of slow) rename(suite, 'z');
  for (const suite of tariffsFirst ? ofTariffs : []) rename(suite, 'A');
  if (!(await testsPass(folder, longestPreparation))) throw new Error('The tests fail before anything is changed.');
}

/**
 * Tries mutants in a prepared folder, one at a time. forge would compile all that stands above a changed source, most tests with it, which takes the
 * better part of a minute. So the sources stay as they are there: solc compiles the contracts alone, and their code goes into the artifacts that the
 * tests deploy.
 */
export function openBench(folder: string) {
  const compiler = new Worker(new URL('./compiler.mjs', import.meta.url));
  const artifacts = readArtifacts(folder);
  const files = new Set(artifacts.flatMap((artifact) => artifact.sources));
  const sources = new Map([...files].map((file) => [file, readFileSync(join(folder, file), 'utf8')]));

  async function tryOut(file: string, text: string): Promise<Outcome> {
    const changed = artifacts.filter(({ source }) => holds(source, file, sources));
    const output = await compile(changed, new Map(sources).set(file, text));
    if (output.errors?.some(({ severity }) => severity === 'error')) return 'none';
    try {
      for (const artifact of changed) replaceCode(artifact, output);
      return (await testsPass(folder)) ? 'survived' : 'killed';
    } finally {
      for (const { path, text } of changed) writeFileSync(path, text);
    }
  }

  async function compile(changed: Artifact[], texts: Map<string, string>): Promise<Output> {
    compiler.postMessage(inputFor(changed, texts));
    return JSON.parse((await once(compiler, 'message'))[0]);
  }

  return { tryOut, close: () => compiler.terminate() };
}

async function testsPass(folder: string, within = longest): Promise<boolean> {
  // Contracts that tests make with `new` are then taken from the artifacts too.
  const args = ['test', '--root', folder, '--dynamic-test-linking', '--fail-fast', '--threads', '1'];
  const env = { FOUNDRY_PROFILE: 'test', FOUNDRY_FUZZ_SEED: '0x1', ...fewRuns };
  const { ended, kill } = startChild(foundryProgram('forge'), args, env);
  const timer = setTimeout(kill, within);
  const started = Date.now();
  const { code, output, complaints } = await ended;
  clearTimeout(timer);
  // A failure that forge remembers would be tried on the next mutant.
  for (const name of ['fuzz', 'invariant']) rmSync(join(folder, 'cache', name), { recursive: true, force: true });
  if (code !== 0 && !output.includes('[FAIL') && Date.now() - started < within)
    throw new Error(`forge test: ${complaints || output}`);
  return code === 0;
}
