// Writes src/chain/abi.gen.ts from what forge compiled: the contracts' interfaces as constants that viem takes its types from.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const contracts = {
  tariffBookAbi: 'TariffBook',
  electricityBillingAbi: 'ElectricityBilling',
  prepaidUnitsAbi: 'PrepaidUnits',
};

const lines = Object.entries(contracts).map(([name, contract]) => {
  const { abi } = JSON.parse(readFileSync(join(root, `out/${contract}.sol/${contract}.json`), 'utf8'));
  // viem takes no notice of internal types, and the page would carry them.
  const text = JSON.stringify(abi, (key, value) => (key === 'internalType' ? undefined : value), 2);
  return `export const ${name} = ${text} as const;\n`;
});
writeFileSync(join(root, 'src/chain/abi.gen.ts'), lines.join('\n'));
