// Runs the end-to-end tests in a Chromium, after getting one where there is none. Arguments go to Playwright.
import { spawnSync } from 'node:child_process';
import { findChromium } from './chromium.ts';

try {
  const env = { ...process.env, CHROMIUM_PATH: findChromium() };
  const { status } = spawnSync('npx', ['playwright', 'test', ...process.argv.slice(2)], { stdio: 'inherit', env });
  process.exitCode = status ?? 1;
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}
