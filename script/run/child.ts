import { type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';

const root = new URL('../../', import.meta.url);

export type Child = {
  /** Resolves with its exit code and all that it printed; null when a signal ended it or it couldn't be started. */
  ended: Promise<{ code: number | null; output: string; complaints: string }>;
  /** Ends it at once. */
  kill(): void;
};

/** Starts a program in the project's folder. It ends with this process, whatever ends that. */
export function startChild(program: string, args: string[], env: Record<string, string> = {}): Child {
  const options: SpawnOptions = { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', 'pipe', 'pipe'] };
  const child = spawn(program, args, options);
  const kill = () => child.kill('SIGKILL');
  process.once('exit', kill);
  let output = '';
  let complaints = '';
  child.stdout?.on('data', (chunk) => (output += chunk));
  child.stderr?.on('data', (chunk) => (complaints += chunk));
  const ended = once(child, 'close')
    .catch((error: Error) => (complaints += error.message))
    .then(() => ({ code: child.exitCode, output, complaints }))
    .finally(() => process.off('exit', kill));
  return { ended, kill };
}
