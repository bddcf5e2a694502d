// npm run geth:install [-- --dev]: has Go build geth, and puts it where npm run geth finds it.
import { spawnSync } from 'node:child_process';
import { mkdirSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { CLIQUE_VERSION, programFolder } from './programs.ts';

/** The newest that was tried. */
const DEV_VERSION = '1.17.10';
const MODULE = 'github.com/ethereum/go-ethereum/cmd';

const { dev } = parseArgs({ options: { dev: { type: 'boolean', default: false } } }).values;
const version = dev ? DEV_VERSION : CLIQUE_VERSION;
const programs = dev ? ['geth'] : ['geth', 'bootnode'];
const folder = programFolder(version);

try {
  install();
  console.log(`geth ${version} is in ${folder}.`);
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

function install() {
  const go = ['go', '/usr/local/go/bin/go'].find((program) => spawnSync(program, ['version']).status === 0);
  if (!go) throw new Error(`Go is not installed; without it, put geth ${version} on PATH by other means.`);
  // Built beside, so that an install that was broken off leaves nothing that looks whole.
  const unfinished = `${folder}.unfinished`;
  mkdirSync(unfinished, { recursive: true });
  const args = ['install', ...linkerFlags(go), ...programs.map((name) => `${MODULE}/${name}@v${version}`)];
  const { status } = spawnSync(go, args, { stdio: 'inherit', env: { ...process.env, GOBIN: unfinished } });
  if (status !== 0) throw new Error(`Go could not build geth ${version}.`);
  mkdirSync(folder, { recursive: true });
  for (const name of programs) renameSync(join(unfinished, name), join(folder, name));
}

/** A dependency of geth 1.13 links to what Go from 1.23 on keeps to itself; earlier ones don't know the flag. */
function linkerFlags(go: string): string[] {
  if (dev) return [];
  const { stdout } = spawnSync(go, ['env', 'GOVERSION'], { encoding: 'utf8' });
  const minor = Number(/^go1\.(\d+)/.exec(stdout)?.[1]);
  return minor < 23 ? [] : ['-ldflags=-checklinkname=0'];
}
