import { type Address, isAddressEqual, type PublicClient } from 'viem';
import { electricityBillingAbi, tariffBookAbi } from '../../src/chain/abi.gen.ts';
import { roles } from '../../src/chain/roles.ts';
import type { Deployed } from './deployContracts.ts';
import type { DeploySettings } from './deploySettings.ts';
import { linkedLibraries } from './linkedLibraries.ts';

/**
 * Reads back from the chain what the deployment should have left: the libraries' code, what everything is paid in, the admin, each role where it
 * belongs, and none with the deployer. script/Deploy.s.sol checks the same before anything is sent.
 * @throws Error that names what is wrong.
 */
export async function checkDeployment(
  client: PublicClient,
  settings: DeploySettings,
  deployer: Address,
  { tariffBook, electricityBilling, adminMustAccept }: Deployed,
): Promise<void> {
  const book = { address: tariffBook, abi: tariffBookAbi };
  const billing = { address: electricityBilling, abi: electricityBillingAbi };
  const holders = [
    { contract: book, role: 'admin', holder: adminMustAccept ? deployer : settings.ADMIN },
    { contract: billing, role: 'admin', holder: adminMustAccept ? deployer : settings.ADMIN },
    { contract: book, role: 'tariffOfficer', holder: settings.TARIFF_OFFICER },
    { contract: billing, role: 'operator', holder: settings.OPERATOR },
    { contract: billing, role: 'reader', holder: settings.READER },
    { contract: billing, role: 'treasurer', holder: settings.TREASURER },
  ] as const;

  const wrong = await Promise.all(
    holders.map(async ({ contract, role, holder }) => {
      const has = (account: string) =>
        client.readContract({
          ...(contract as typeof book),
          functionName: 'hasRole',
          args: [roles[role], account as Address],
        });
      const [held, kept] = await Promise.all([has(holder), has(deployer)]);
      if (!held) return `${holder} is not the ${role} of ${contract.address}`;
      if (kept && !isAddressEqual(holder as Address, deployer))
        return `${deployer} is still ${role} of ${contract.address}`;
      return undefined;
    }),
  );
  const first = [
    ...wrong,
    await wrongLibrary(client, electricityBilling),
    await wrongAsset(client, settings, billing),
  ].find(Boolean);
  if (first) throw new Error(`The deployment is not as it should be: ${first}.`);
}

async function wrongLibrary(client: PublicClient, electricityBilling: Address): Promise<string | undefined> {
  const libraries = await linkedLibraries(client, 'ElectricityBilling', electricityBilling);
  const wrong = libraries.find(({ isAsCompiled }) => !isAsCompiled);
  return wrong && `the code of the library ${wrong.name} at ${wrong.address} is not what was compiled`;
}

async function wrongAsset(
  client: PublicClient,
  { ASSET, UNIT, STEP }: DeploySettings,
  billing: { address: Address; abi: typeof electricityBillingAbi },
): Promise<string | undefined> {
  const [asset, unit, step] = await Promise.all([
    client.readContract({ ...billing, functionName: 'asset' }),
    client.readContract({ ...billing, functionName: 'unit' }),
    client.readContract({ ...billing, functionName: 'step' }),
  ]);
  if (isAddressEqual(asset, ASSET as Address) && unit === BigInt(UNIT) && step === BigInt(STEP)) return undefined;
  return `${billing.address} is paid in ${asset} with unit ${unit} and step ${step}`;
}
