import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const leash = join(import.meta.dirname, '../leash.mjs');

type Child = {
  /** Resolves with its exit code and all that it printed. */
  ended: Promise<{ code: number | null; output: string; complaints: string }>;
  /** Ends it at once. */
  kill(): void;
};

/** Starts a program in the project's folder. It ends with this process, whatever ends that. */
export function startChild(program: string, args: string[], env: Record<string, string> = {}): Child {
  const child = spawn(process.execPath, [leash, program, ...args], { cwd: root, env: { ...process.env, ...env } });
  let output = '';
  let complaints = '';
  child.stdout.on('data', (chunk) => (output += chunk));
  child.stderr.on('data', (chunk) => (complaints += chunk));
  const ended = once(child, 'close').then(([code]) => ({ code, output, complaints }));
  return { ended, kill: () => child.stdin.destroy() };
}
