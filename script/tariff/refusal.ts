import { revertOf } from '../demo/revert.ts';

/** Throws the contract's own error in one line, or what else failed as it is. */
export function throwRefusal(error: unknown): never {
  const revert = revertOf(error);
  throw revert ? new Error(`The contract refuses: ${revert.name}(${revert.args.join(', ')})`) : error;
}
