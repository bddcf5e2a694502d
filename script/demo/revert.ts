import { BaseError, ContractFunctionRevertedError } from 'viem';

/** The contract's own error that a call was refused with; undefined when something else failed. */
export function revertOf(error: unknown): { name: string; args: readonly unknown[] } | undefined {
  const revert = error instanceof BaseError && error.walk((cause) => cause instanceof ContractFunctionRevertedError);
  if (!(revert instanceof ContractFunctionRevertedError) || !revert.data) return undefined;
  return { name: revert.data.errorName, args: revert.data.args ?? [] };
}
