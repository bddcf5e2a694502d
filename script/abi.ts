// Writes src/chain/abi.gen.ts from what forge compiled: the contracts' interfaces as constants that viem takes its types from.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const contracts = { tariffBookAbi: 'TariffBook', electricityBillingAbi: 'ElectricityBilling' };

const lines = Object.entries(contracts).map(([name, contract]) => {
  const { abi } = JSON.parse(readFileSync(join(root, `out/${contract}.sol/${contract}.json`), 'utf8'));
  return `export const ${name} = ${JSON.stringify(abi, null, 2)} as const;\n`;
});
writeFileSync(join(root, 'src/chain/abi.gen.ts'), lines.join('\n'));
