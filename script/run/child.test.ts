import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { startChild } from './child.ts';

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
  const file = join(mkdtempSync(join(tmpdir(), 'bijuli-child-')), 'pid');
  const started = `require('node:fs').writeFileSync(${JSON.stringify(file)}, String(process.pid))`;
  const { ended, kill } = startChild(process.execPath, ['-e', `${started}; ${forever}`]);
  const pid = () => (existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0);
  await expect.poll(pid).toBeGreaterThan(0);
  kill();
  await ended;
  expect(isRunning(pid())).toBe(false);
  rmSync(join(file, '..'), { recursive: true });
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
  await expect.poll(() => isRunning(Number(pid))).toBe(false);
});
