import { forge } from './forge.ts';
import { step } from './steps.ts';

/** Compiles the contracts and writes their interfaces as the page reads them: what takes types from these is imported afterwards. */
export async function compileContracts(): Promise<void> {
  await step('Compiling the contracts', async () => {
    await forge(['build', 'contracts/src', 'script/Deploy.s.sol']);
    await import('../abi.ts');
  });
}
