import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { type Address, bytesToHex, type Hex, hexToBytes, numberToHex, padHex } from 'viem';
import { nameAccounts } from '../../script/demo/accounts.ts';
import { deployDemo } from '../../script/demo/deployDemo.ts';
import { connect } from '../../script/demo/timeline.ts';
import type { Allocation } from '../../script/geth/genesis.ts';
import { startAnvil } from '../../script/run/anvil.ts';
import { unusedPort } from '../../script/run/ports.ts';
import { electricityBillingAbi, tariffBookAbi } from '../../src/chain/abi.gen.ts';
import type { Config } from '../../src/chain/config.ts';
import { roles } from '../../src/chain/roles.ts';
import { encodeTariff } from '../../src/domain/tariff/encode.ts';
import { parseTariffText } from '../../src/domain/tariff/parse.ts';

const DAY = 86_400;
const DAYS_AGO = 75;

/** Category of the flat tariff of 5 a unit. */
export const FLAT = 9;

/** Category of APDCL's Domestic A of 2023-24. */
export const DOMESTIC = 1;

export type Past = { contracts: Config['contracts']; alloc: Record<Address, Allocation>; accounts: readonly Address[] };

/**
 * A first block with the contracts and a tariff that applies for a month already. A real network's clock can't be put forward, and a tariff is
 * published a month ahead: so that past is made on Anvil, and its state taken over.
 * @param tariffs Files of the library by category.
 * @param registered A connection of the newcomer's, read when the tariffs begin to apply.
 */
export async function makePast(
  tariffs: Record<number, string> = { [FLAT]: 'flat-5.json' },
  registered?: { number: bigint; category: number },
): Promise<Past> {
  const genesis = Math.floor(Date.now() / 1000) - DAYS_AGO * DAY;
  const anvil = await startAnvil(await unusedPort(), genesis);
  try {
    const { contracts } = await deployDemo(anvil.rpcUrl);
    const node = connect(anvil.rpcUrl);
    const accounts = await node.getAddresses();
    const [admin, board] = accounts as [Address, Address];
    const book = { address: contracts.tariffBook, abi: tariffBookAbi, chain: null } as const;
    const start = await node.readContract({ ...book, functionName: 'earliestStartDay' });
    for (const [category, file] of Object.entries(tariffs)) {
      const text = readFileSync(new URL(`../../tariffs/${file}`, import.meta.url), 'utf8');
      const args = [Number(category), start, bytesToHex(encodeTariff(parseTariffText(text)))] as const;
      await node.writeContract({ ...book, account: board, functionName: 'publish', args });
    }
    // A billing run records and bills.
    const billing = { address: contracts.electricityBilling, abi: electricityBillingAbi, chain: null } as const;
    await node.writeContract({ ...billing, account: admin, functionName: 'grantRole', args: [roles.reader, board] });
    if (registered) {
      await node.increaseTime({ seconds: 31 * DAY });
      await node.mine({ blocks: 1 });
      const { timestamp } = await node.getBlock();
      const holder = nameAccounts(accounts).newcomer;
      const common = { holder, loadW: 2000, agreement: 513, register: 0, readAt: Number(timestamp) };
      await node.writeContract({
        ...billing,
        account: board,
        functionName: 'register',
        args: [{ ...common, ...registered }],
      });
    }
    // What was sent last may not be in a block yet.
    await node.mine({ blocks: 1 });
    const dump = await node.request({ method: 'anvil_dumpState' } as never);
    return { contracts, alloc: allocOf(dump), accounts };
  } finally {
    await anvil.stop();
  }
}

type Dumped = { nonce: number; balance: Hex; code: Hex; storage: Record<Hex, Hex> };

function allocOf(dump: Hex): Record<Address, Allocation> {
  const { accounts } = JSON.parse(gunzipSync(hexToBytes(dump)).toString()) as { accounts: Record<Address, Dumped> };
  const entries = Object.entries(accounts).map(([address, { nonce, balance, code, storage }]): [string, Allocation] => {
    const words = Object.entries(storage).map(([slot, value]) => [padHex(slot as Hex), padHex(value)]);
    return [address, { balance, nonce: numberToHex(nonce), code, storage: Object.fromEntries(words) }];
  });
  return Object.fromEntries(entries);
}
