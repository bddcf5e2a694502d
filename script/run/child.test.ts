import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test, vi } from 'vitest';
import { startChild } from './child.ts';

// Each starts programs.
vi.setConfig({ testTimeout: 30_000 });

const forever = 'console.log(process.pid); setInterval(() => {}, 1000)';

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test('says how it ended and what it printed', async () => {
  const script = 'console.log(process.env.SOME); console.error("no"); process.exit(3)';
  const { ended } = startChild(process.execPath, ['-e', script], { SOME: 'yes' });
  expect(await ended).toEqual({ code: 3, output: 'yes\n', complaints: 'no\n' });
});

test('a program that is not there is a complaint', async () => {
  const { code, complaints } = await startChild('no-such-program', []).ended;
  expect(code).toBe(1);
  expect(complaints).toContain('no-such-program');
});

test('is gone once it is killed', async () => {
  const { ended, kill } = startChild(process.execPath, ['-e', forever]);
  setTimeout(kill, 500);
  const { output } = await ended;
  expect(isRunning(Number(output))).toBe(false);
});

test('ends with the process that started it, even when that is killed', async () => {
  const leashed = [join(import.meta.dirname, '../leash.mjs'), process.execPath, '-e', forever];
  const starter = `require('node:child_process').spawn(process.execPath, ${JSON.stringify(leashed)}, {
    stdio: ['pipe', 'inherit', 'inherit'],
  })`;
  const parent = spawn(process.execPath, ['-e', starter]);
  const [pid] = await once(parent.stdout, 'data');
  expect(isRunning(Number(pid))).toBe(true);
  parent.kill('SIGKILL');
  await expect.poll(() => isRunning(Number(pid)), { timeout: 5_000 }).toBe(false);
});
