import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);

/**
 * Path of Foundry's program itself, inside the package of this platform. The npm wrapper around it is a process more, and a
 * signal that reaches only the wrapper leaves the program running.
 * @throws Error on a platform that Foundry has no package for.
 */
export function foundryProgram(tool: 'anvil' | 'forge'): string {
  const wrapper = join(dirname(require.resolve(`@foundry-rs/${tool}/package.json`)), 'bin.mjs');
  const arch = process.arch === 'x64' ? 'amd64' : process.arch;
  const suffix = process.platform === 'win32' ? '.exe' : '';
  const program = `@foundry-rs/${tool}-${process.platform}-${arch}/bin/${tool}${suffix}`;
  try {
    return createRequire(wrapper).resolve(program);
  } catch {
    throw new Error(
      `No ${tool} for ${process.platform} on ${process.arch} is installed: run "npm ci" without --omit=optional.`,
    );
  }
}
