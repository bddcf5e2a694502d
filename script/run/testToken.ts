import { readFileSync } from 'node:fs';
import { type Abi, type Address, getAddress, type Hex, parseAbi } from 'viem';
import { connect } from '../demo/timeline.ts';
import { forge } from './forge.ts';

const OUT = 'cache/token/out';

/** For tests: a token with permits (contracts/test/utils/PlainToken.sol) on a local chain, and a way to make some of it for anyone. */
export async function deployTestToken(rpcUrl: string, decimals: number) {
  await forge(['build', 'contracts/test/utils/PlainToken.sol', '--out', OUT], { FOUNDRY_CACHE_PATH: 'cache/token' });
  const file = new URL(`../../${OUT}/PlainToken.sol/PlainToken.json`, import.meta.url);
  const artifact: { abi: Abi; bytecode: { object: Hex } } = JSON.parse(readFileSync(file, 'utf8'));
  const client = connect(rpcUrl);
  const [account] = (await client.getAddresses()) as [Address];
  const mined = async (hash: Hex) => client.waitForTransactionReceipt({ hash, pollingInterval: 20 });
  const { abi, bytecode } = artifact;
  const sent = client.deployContract({ abi, bytecode: bytecode.object, args: [decimals], account, chain: null });
  const address = getAddress((await mined(await sent)).contractAddress as Address);
  const mint = async (to: Address, value: bigint) => {
    const call = { address, abi: parseAbi(['function mint(address, uint256)']), functionName: 'mint' } as const;
    await mined(await client.writeContract({ ...call, args: [to, value], account, chain: null }));
  };
  return { address, mint };
}
