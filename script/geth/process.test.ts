import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, it } from 'vitest';
import { endProcess, lastComplaint, runningPid, startDaemon } from './process.ts';

describe('a program that outlives this one', () => {
  const folder = mkdtempSync(join(tmpdir(), 'bijuli-daemon-'));
  const files = { log: join(folder, 'log'), pid: join(folder, 'pid') };
  const mark = join(folder, 'mark');
  const command = [process.execPath, '-e', 'setTimeout(() => {}, 60_000)', mark];
  afterAll(() => rmSync(folder, { recursive: true }));

  it('is found by its id and what stands in its command line, and is gone once it was ended', async () => {
    expect(runningPid(files.pid, mark)).toBeNull();
    startDaemon(command, files);
    await expect.poll(() => runningPid(files.pid, mark)).toBeGreaterThan(0);
    expect(runningPid(files.pid, `${mark} of another`), 'its id is given to another one').toBeNull();
    const file = `${files.pid} of a process that is gone`;
    writeFileSync(file, '999999999');
    expect(runningPid(file, mark)).toBeNull();
    await endProcess(files.pid, mark, 'SIGTERM', 5000);
    expect(runningPid(files.pid, mark)).toBeNull();
  });
});

describe('what a log complains of last', () => {
  let log = '';
  beforeEach(() => {
    log = join(mkdtempSync(join(tmpdir(), 'bijuli-log-')), 'log');
  });
  afterEach(() => rmSync(join(log, '..'), { recursive: true }));

  it('is nothing where there is no log, or nothing wrong in it', () => {
    expect(lastComplaint(log, 0)).toBeUndefined();
    writeFileSync(log, 'INFO started\nWARN unclean shutdown\n');
    expect(lastComplaint(log, 0)).toBeUndefined();
  });

  it('is the last error', () => {
    writeFileSync(log, 'ERROR one\nERROR another  \nINFO bye\n');
    expect(lastComplaint(log, 0)).toBe('ERROR another');
  });

  it('is the reason to end, not what went wrong while ending', () => {
    writeFileSync(
      log,
      'ERROR Low disk space. Gracefully shutting down\nERROR registration failed err="peerset closed"\n',
    );
    expect(lastComplaint(log, 0)).toBe('ERROR Low disk space. Gracefully shutting down');
    writeFileSync(log, 'Fatal: Failed to open the database\nERROR node closed\n');
    expect(lastComplaint(log, 0)).toBe('Fatal: Failed to open the database');
  });

  it('is looked for from a position on', () => {
    const before = 'Fatal: yesterday\n';
    writeFileSync(log, `${before}ERROR today\n`);
    expect(lastComplaint(log, before.length)).toBe('ERROR today');
  });
});
