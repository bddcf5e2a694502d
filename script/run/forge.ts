import { startChild } from './child.ts';
import { foundryProgram } from './foundry.ts';

/**
 * Runs forge in the project's folder and returns what it printed.
 * @param env Variables that it gets besides this process's own.
 * @throws Error with forge's first line of complaint.
 */
export async function forge(args: string[], env: Record<string, string> = {}): Promise<string> {
  const { code, output, complaints } = await startChild(foundryProgram('forge'), args, env).ended;
  if (code !== 0) {
    // "Error: Compiler run failed:" says nothing; the line after it does.
    const reason = /^Error.*[^:]$/m.exec(complaints)?.[0] ?? `ended with code ${code}`;
    throw new Error(`forge ${args[0]}: ${reason}`);
  }
  return output;
}
