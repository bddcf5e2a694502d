import { zeroAddress } from 'viem';
import type { Config, DemoAccount } from '../../src/chain/config.ts';
import { configFor } from '../run/configFor.ts';
import { deployContracts } from '../run/deployContracts.ts';
import type { DeploySettings } from '../run/deploySettings.ts';
import { type AccountName, type Accounts, nameAccounts } from './accounts.ts';
import { UTC_OFFSET } from './months.ts';
import { connect } from './timeline.ts';

/** What everything is paid in: the chain's coin, which stands for the rupee and has 18 decimals. */
const COIN_SETTLEMENT = { ASSET: zeroAddress, UNIT: String(10n ** 12n), STEP: '1' };

/** An Indian board. */
const SETTINGS = {
  CURRENCY: 'INR',
  NOTICE_SECONDS: String(30 * 86_400),
  UTC_OFFSET_SECONDS: String(UTC_OFFSET),
  PLAUSIBILITY_PERCENT: '120',
  ADMIN_DELAY_SECONDS: '86400',
};

const COIN = { name: 'Indian rupee', symbol: 'INR' };

/** The accounts that the page offers, and what they are for. */
const offered: ({ account: AccountName } & Omit<DemoAccount, 'address'>)[] = [
  { account: 'board', name: 'Board', roles: ['operator', 'reader', 'tariffOfficer', 'treasurer'] },
  { account: 'meter-reader', name: 'Meter reader', roles: ['reader'] },
  {
    account: 'london-home',
    name: 'Consumer – London home',
    roles: ['consumer'],
    note: 'One connection, real readings',
  },
  {
    account: 'family',
    name: 'Consumer – family with three connections',
    roles: ['consumer'],
    note: 'A home, a shop and a pump',
  },
  { account: 'newcomer', name: 'Newcomer', roles: [], note: 'Money, and no connection' },
  { account: 'admin', name: 'Admin', roles: ['admin'] },
];

const NOTE =
  'Readings of two real homes: UK Power Networks, Low Carbon London, CC BY 4.0, with dates shifted to end with last month. ' +
  'The other connections, and all holders and payments, are synthetic.';

/**
 * Deploys to a local chain as the demonstration needs it: a board with all roles, a reader, and an admin apart.
 * @param settlement What it is paid in; the chain's coin if not given.
 * @returns The page's configuration.
 */
export async function deployDemo(rpcUrl: string, settlement: Settlement = COIN_SETTLEMENT): Promise<Config> {
  const accounts = nameAccounts(await connect(rpcUrl).getAddresses());
  const deployed = await deployContracts(rpcUrl, settingsFor(accounts, settlement), { unlocked: accounts.admin });
  const demo = {
    accounts: offered.map(({ account, ...shown }) => ({ ...shown, address: accounts[account] })),
    note: NOTE,
  };
  return configFor(rpcUrl, deployed, {
    boardName: 'Demonstration Electricity Board',
    chainName: 'Bijuli local',
    coin: COIN,
    rpcUrls: [rpcUrl],
    confirmations: 0,
    demo,
  });
}

type Settlement = Pick<DeploySettings, 'ASSET' | 'UNIT' | 'STEP'>;

function settingsFor(accounts: Accounts, settlement: Settlement): DeploySettings {
  return {
    ...SETTINGS,
    ...settlement,
    ADMIN: accounts.admin,
    TARIFF_OFFICER: accounts.board,
    OPERATOR: accounts.board,
    READER: accounts['meter-reader'],
    TREASURER: accounts.board,
  };
}
