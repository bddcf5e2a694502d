import { execFileSync, spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

const POLL_MS = 50;

/** Starts a program that outlives this one. It writes to a log, and its process id stands in a file. */
export function startDaemon(command: readonly string[], files: { log: string; pid: string }) {
  const [program = '', ...args] = command;
  const log = openSync(files.log, 'a');
  const child = spawn(program, args, { detached: true, stdio: ['ignore', log, log] });
  closeSync(log);
  child.once('error', () => {});
  child.unref();
  if (child.pid === undefined) throw new Error(`${program} can't be started.`);
  writeFileSync(files.pid, String(child.pid));
}

/**
 * The process whose id stands in a file, or null when that is gone.
 * @param mark What stands in its command line: after a restart of the machine its id may be another one's.
 */
export function runningPid(file: string, mark: string): number | null {
  if (!existsSync(file)) return null;
  const pid = Number(readFileSync(file, 'utf8'));
  return commandLine(pid)?.includes(mark) ? pid : null;
}

/** Null where the process is gone, or has ended and nobody has taken note yet. */
function commandLine(pid: number): string | null {
  try {
    // A small Linux has no ps.
    if (process.platform === 'linux') return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
    const command = execFileSync('ps', ['-ww', '-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return command.includes('<defunct>') ? null : command;
  } catch {
    return null;
  }
}

/** Ends a process and waits until it is gone. @throws Error when it isn't in time. */
export async function endProcess(file: string, mark: string, signal: NodeJS.Signals, withinMs: number) {
  const pid = runningPid(file, mark);
  if (pid !== null) {
    process.kill(pid, signal);
    for (const end = Date.now() + withinMs; runningPid(file, mark) !== null; await sleep(POLL_MS))
      if (Date.now() > end) throw new Error(`Process ${pid} (${mark}) does not end; "kill -9 ${pid}" ends it.`);
  }
  rmSync(file, { force: true });
}

/** The line of a log since a position that tells what was wrong: the last one, but a reason to end before what went wrong while ending. */
export function lastComplaint(log: string, from: number): string | undefined {
  if (!existsSync(log)) return undefined;
  const lines = readFileSync(log).subarray(from).toString().split('\n');
  const complaints = lines.filter((line) => /^(Fatal|panic|ERROR|CRIT|listen|error)/i.test(line));
  const reasons = complaints.filter((line) => /^(Fatal|panic|CRIT)|Low disk space/.test(line));
  return (reasons.at(-1) ?? complaints.at(-1))?.trim();
}

export function lengthOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}
