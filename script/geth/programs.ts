import { existsSync, readdirSync, statSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { startChild } from '../run/child.ts';
import type { Genesis } from './genesis.ts';

/** The last release that seals Clique blocks. */
export const CLIQUE_VERSION = '1.13.15';

/** Where everything of the private network is kept, outside the project: chains, keys, programs. */
export function bijuliHome(): string {
  return process.env.BIJULI_HOME ?? join(homedir(), '.bijuli');
}

/** What `npm run geth:install` installs, a folder a version. */
export function programFolder(version: string): string {
  return join(bijuliHome(), 'bin', version);
}

export type Programs = { geth: string; bootnode?: string };

const HOW = '"npm run geth:install" gets it where Go is installed';

/** geth and bootnode that can run a network of several sealers. @throws Error of one line that says how to get them. */
export async function cliquePrograms(): Promise<Programs> {
  const folders = [...pathFolders(), programFolder(CLIQUE_VERSION)];
  const other: string[] = [];
  for (const folder of folders) {
    const programs = { geth: join(folder, 'geth'), bootnode: join(folder, 'bootnode') };
    const version = await versionOf(programs.geth);
    if (version !== CLIQUE_VERSION) {
      if (version) other.push(`${programs.geth} is ${version}`);
    } else if (isProgram(programs.bootnode)) return programs;
    else other.push(`${programs.geth} has no bootnode beside it`);
  }
  const found = other.length > 0 ? `${other.join(', ')}, and` : 'No geth is on PATH;';
  throw new Error(`${found} a network of several sealers needs geth and bootnode ${CLIQUE_VERSION}: ${HOW}.`);
}

/** A geth for a single node by the newest rules. @throws Error of one line that says how to get it. */
export async function devPrograms(): Promise<Programs> {
  const installed = join(bijuliHome(), 'bin');
  const own = existsSync(installed) ? readdirSync(installed).map((version) => join(installed, version)) : [];
  for (const folder of [...pathFolders(), ...own]) {
    const program = join(folder, 'geth');
    const version = await versionOf(program);
    if (version && Number(version.split('.')[1]) >= 16) return { geth: program };
  }
  throw new Error('No geth from 1.16 on was found: "npm run geth:install -- --dev" gets it where Go is installed.');
}

/** geth's own first block of a development chain. */
export async function developmentGenesis(geth: string): Promise<Genesis> {
  const { output, complaints } = await startChild(geth, ['--dev', 'dumpgenesis']).ended;
  if (!output.startsWith('{')) throw new Error(`${geth} --dev dumpgenesis: ${complaints.trim()}`);
  return JSON.parse(output);
}

/** Such as 1.13.15; null where there is no geth. */
async function versionOf(program: string): Promise<string | null> {
  if (!isProgram(program)) return null;
  const { output } = await startChild(program, ['version']).ended;
  return /^Version: (\d+\.\d+\.\d+)/m.exec(output)?.[1] ?? null;
}

function isProgram(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isFile() ?? false;
}

function pathFolders(): string[] {
  return (process.env.PATH ?? '').split(delimiter).filter(Boolean);
}
