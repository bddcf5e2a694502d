import { type Address, isAddressEqual, type PublicClient } from 'viem';
import { electricityBillingAbi, tariffBookAbi } from '../../src/chain/abi.gen.ts';
import { roles } from '../../src/chain/roles.ts';
import type { Deployed } from './deployContracts.ts';
import type { DeploySettings } from './deploySettings.ts';

/**
 * Reads back from the chain what the deployment should have left: code, the admin, each role where it belongs, and none with the
 * deployer. script/Deploy.s.sol checks the same before anything is sent.
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
  const first = wrong.find(Boolean);
  if (first) throw new Error(`The deployment is not as it should be: ${first}.`);
}
