import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lastComplaint } from './process.ts';

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
