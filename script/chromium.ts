import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { chromium } from '@playwright/test';

/**
 * Path of a Chromium that starts: the one CHROMIUM_PATH names, else the system's, else Playwright's. Where there is none it is
 * fetched: from Playwright, else from Debian when this account may install packages.
 * @throws Error with one line on how to get one.
 */
export function findChromium(): string {
  const given = process.env.CHROMIUM_PATH;
  if (given) {
    if (starts(given)) return given;
    throw new Error(`CHROMIUM_PATH is "${given}", and no browser starts there.`);
  }
  for (const fetch of [() => undefined, download, installDebian]) {
    fetch();
    const found = installed();
    if (found) return found;
  }
  throw new Error(
    'No Chromium: install one ("npx playwright install --with-deps chromium") or name it in CHROMIUM_PATH.',
  );
}

const names = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'];
const macChrome = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome';

function installed(): string | undefined {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const system = folders.flatMap((folder) => names.map((name) => join(folder, name)));
  return [...system, macChrome, chromium.executablePath()].find(starts);
}

/** Whether a browser answers there. One that lacks a library of the system, or only points to a missing snap, does not. */
function starts(path: string): boolean {
  return existsSync(path) && spawnSync(path, ['--version'], { timeout: 20_000 }).status === 0;
}

function download() {
  console.log('No Chromium found; fetching Playwright’s …');
  run('npx', ['playwright', 'install', '--no-shell', 'chromium'], { PLAYWRIGHT_DOWNLOAD_CONNECTION_TIMEOUT: '10000' });
}

function installDebian() {
  if (process.platform !== 'linux') return;
  console.log('That did not work; installing Debian’s …');
  const commands = 'apt-get update && apt-get install --yes --no-install-recommends chromium';
  if (process.getuid?.() === 0) run('sh', ['-c', commands]);
  else run('sudo', ['--non-interactive', 'sh', '-c', commands]);
}

function run(command: string, args: string[], env: Record<string, string> = {}) {
  spawnSync(command, args, { stdio: 'inherit', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', ...env } });
}
