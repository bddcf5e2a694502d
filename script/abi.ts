// Writes src/chain/abi.gen.ts from what forge compiled: the contracts' interfaces as constants that viem takes its types from.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');
const contracts = {
  tariffBookAbi: 'TariffBook',
  electricityBillingAbi: 'ElectricityBilling',
  prepaidUnitsAbi: 'PrepaidUnits',
};

/** What ElectricityBilling is linked with: their errors are its own, and the compiler lists them only with them. */
const libraries = ['Arrangements', 'Bills', 'Connections', 'Money', 'Readings'];

type Item = { type: string; name?: string };

const lines = Object.entries(contracts).map(([name, contract]) => {
  const abi = abiOf(contract);
  const known = new Set(abi.map((item) => item.name));
  const linked = contract === 'ElectricityBilling' ? libraries.flatMap(abiOf) : [];
  for (const item of linked) {
    if (item.type !== 'error' || known.has(item.name)) continue;
    known.add(item.name);
    abi.push(item);
  }
  // viem takes no notice of internal types, and the page would carry them.
  const text = JSON.stringify(abi, (key, value) => (key === 'internalType' ? undefined : value), 2);
  return `export const ${name} = ${text} as const;\n`;
});
writeFileSync(join(root, 'src/chain/abi.gen.ts'), lines.join('\n'));

function abiOf(contract: string): Item[] {
  return JSON.parse(readFileSync(join(root, `out/${contract}.sol/${contract}.json`), 'utf8')).abi;
}
