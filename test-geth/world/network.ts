import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import {
  type Abi,
  type Address,
  createPublicClient,
  encodeFunctionData,
  type Hash,
  http,
  isAddressEqual,
  type PublicClient,
  type TransactionReceipt,
} from 'viem';
import { type Accounts, nameAccounts } from '../../script/demo/accounts.ts';
import { writeConfig } from '../../script/geth/contracts.ts';
import { DESCRIPTION, type Description, nodesOf, readDescription } from '../../script/geth/description.ts';
import { createFolder, pathsIn, sealerAddress } from '../../script/geth/folder.ts';
import { ask } from '../../script/geth/ipc.ts';
import { headOf, startNodes, statusOf, stopNodes, waitForBlock } from '../../script/geth/network.ts';
import { type Place, startNode, stopNode } from '../../script/geth/node.ts';
import { cliquePrograms } from '../../script/geth/programs.ts';
import { watch } from '../../script/geth/watch.ts';
import { electricityBillingAbi, tariffBookAbi } from '../../src/chain/abi.gen.ts';
import type { Config } from '../../src/chain/config.ts';
import { type Hosts, hostsFor } from './hosts.ts';
import { makePast, type Past } from './past.ts';
import { Signer } from './signer.ts';

const abis = { tariffBook: tariffBookAbi, electricityBilling: electricityBillingAbi } as const;
type ContractName = keyof typeof abis;

/** A real network on hosts of its own, whose first block has the contracts and a tariff. */
export class Network {
  readonly place: Place;
  readonly config: Config;
  readonly accounts: Accounts;
  readonly signer: Signer;
  readonly hosts: Hosts;

  /** @param pagePort From where browsers may ask. */
  static async start(pagePort: number): Promise<Network> {
    const description = readDescription(DESCRIPTION);
    const hosts = hostsFor(nodesOf(description).map(({ name }) => name));
    return Network.startOn(hosts, description, await makePast(), pagePort);
  }

  static async startOn(hosts: Hosts, plain: Description, past: Past, pagePort: number): Promise<Network> {
    const programs = await cliquePrograms();
    const at = <T extends { name: string }>(node: T): T => ({ ...node, host: hosts.addressOf(node.name) });
    const description = {
      ...plain,
      ...(plain.bootnode && { bootnode: at(plain.bootnode) }),
      sealers: plain.sealers.map(at),
      rpcNodes: plain.rpcNodes.map(at),
      page: { port: pagePort, origins: [`http://127.0.0.1:${pagePort}`] },
    };
    const folder = join(mkdtempSync(join(tmpdir(), 'bijuli-geth-')), 'network');
    createFolder(folder, description, { alloc: past.alloc });
    const place: Place = { folder, description, programs, enter: hosts.enter };
    try {
      await startNodes(place);
      // As npm run geth does; it ends with the network's folder.
      watch(place).catch(() => {});
      await Promise.all(description.rpcNodes.map(({ name }) => waitForBlock(place, name, 1, 60_000)));
      const config = await writeConfig(place, { ...past.contracts, deploymentBlock: 0 });
      return new Network(place, config, hosts, past.accounts);
    } catch (error) {
      hosts.remove();
      throw error;
    }
  }

  private constructor(place: Place, config: Config, hosts: Hosts, accounts: readonly Address[]) {
    this.place = place;
    this.config = config;
    this.hosts = hosts;
    this.accounts = nameAccounts(accounts);
    this.signer = new Signer(config.chain.rpcUrls, accounts.length);
  }

  /** A client of one RPC node. */
  client(index = 0): PublicClient {
    return createPublicClient({ transport: http(this.config.chain.rpcUrls[index], { retryCount: 0 }) });
  }

  /** Signs and sends; the block is not waited for. */
  send(from: Address, contract: ContractName, functionName: string, args: unknown[], options: SendOptions = {}) {
    const data = encodeFunctionData({ abi: abis[contract] as Abi, functionName, args });
    const { value = 0n, gas = 5_000_000n, nonce } = options;
    const hex = (number: bigint) => `0x${number.toString(16)}` as const;
    return this.signer.send({
      from,
      to: this.config.contracts[contract],
      data,
      value: hex(value),
      gas: hex(gas),
      ...(nonce !== undefined && { nonce: hex(BigInt(nonce)) }),
    });
  }

  nonceOf(address: Address): Promise<number> {
    return this.client().getTransactionCount({ address, blockTag: 'pending' });
  }

  /** Sends and waits for the block. @throws Error when it is reverted. */
  async write(from: Address, contract: ContractName, functionName: string, args: unknown[], options?: SendOptions) {
    const hash = await this.send(from, contract, functionName, args, options);
    const receipt = await this.receiptOf(hash);
    if (receipt.status !== 'success') throw new Error(`${functionName} reverted.`);
    return receipt;
  }

  /** By any RPC node, whichever of them stop meanwhile. */
  async receiptOf(hash: Hash, withinMs = 120_000): Promise<TransactionReceipt> {
    for (const end = Date.now() + withinMs; Date.now() < end; await sleep(500)) {
      for (const index of this.config.chain.rpcUrls.keys()) {
        const receipt = await this.client(index)
          .getTransactionReceipt({ hash })
          .catch(() => null);
        if (receipt) return receipt;
      }
    }
    throw new Error(`${hash} was not mined.`);
  }

  read<T>(contract: ContractName, functionName: string, args: unknown[], index = 0): Promise<T> {
    const call = { address: this.config.contracts[contract], abi: abis[contract] as Abi, functionName, args };
    return this.client(index).readContract(call) as Promise<T>;
  }

  /** As a crash does. */
  async crash(...names: string[]): Promise<void> {
    await Promise.all(names.map((name) => stopNode(this.place, name, 'SIGKILL')));
  }

  async startAgain(...names: string[]): Promise<void> {
    for (const node of nodesOf(this.place.description).filter(({ name }) => names.includes(name)))
      await startNode(this.place, node);
  }

  /** The same network, asked by one of its RPC nodes only. */
  at(index: number): Network {
    const url = this.config.chain.rpcUrls[index] ?? '';
    const chain = { ...this.config.chain, rpcUrls: [url] };
    return new Network(this.place, { ...this.config, chain }, this.hosts, Object.values(this.accounts));
  }

  /**
   * Cuts a sealer and some other nodes off from the rest, at a moment when it can still seal a block by itself: nobody may seal twice in a row, so the
   * latest one must be another's. All have that one: the rest must go on, and a node without it would not take the next.
   */
  async partFrom(sealer: string, others: readonly string[]): Promise<void> {
    const some = [sealer, ...others];
    const { description, folder } = this.place;
    const { ipc } = pathsIn(folder);
    for (let before = 0; ; await sleep(100)) {
      const head = await headOf(ipc(sealer));
      const peers = [...description.sealers, ...description.rpcNodes].filter(({ name }) => name !== sealer);
      const heads = await Promise.all(peers.map(({ name }) => headOf(ipc(name))));
      if (!heads.every(({ hash }) => hash === head.hash)) continue;
      if (before && head.number > before && (await this.sealerOf(head.hash, sealer)) !== sealer) break;
      before = head.number;
    }
    const rest = nodesOf(description).map(({ name }) => name);
    this.hosts.part(
      some,
      rest.filter((name) => !some.includes(name)),
    );
  }

  /** Who sealed a block that a sealer has, by name. */
  async sealerOf(hash: Hash, sealer: string): Promise<string> {
    const account = await ask<Address>(pathsIn(this.place.folder).ipc(sealer), 'clique_getSigner', [hash]);
    const { sealers } = this.place.description;
    return sealers.find(({ name }) => isAddressEqual(sealerAddress(this.place.folder, name), account))?.name ?? account;
  }

  /** Waits until no block comes any more: a sealer that is left alone can still seal one. */
  async halted(): Promise<void> {
    const ipc = pathsIn(this.place.folder).ipc(this.place.description.rpcNodes[0]?.name ?? '');
    const quietMs = 3 * this.place.description.blockSeconds * 1000;
    for (let head = -1, since = Date.now(); Date.now() - since < quietMs; await sleep(500)) {
      const { number } = await headOf(ipc);
      if (number !== head) [head, since] = [number, Date.now()];
    }
  }

  /** Everything as it was: no cuts, every node runs, and all have the same chain. */
  async restore(): Promise<void> {
    this.hosts.heal();
    await startNodes(this.place);
    await this.agreed();
  }

  /** Waits until all nodes have the same head. */
  async agreed(withinMs = 150_000): Promise<void> {
    for (const end = Date.now() + withinMs; ; await sleep(500)) {
      const statuses = await statusOf(this.place);
      const heads = statuses.filter(({ node }) => node.name !== this.place.description.bootnode?.name);
      if (heads.every(({ head }) => head && head.hash === heads[0]?.head?.hash)) return;
      if (Date.now() > end)
        throw new Error(
          `The nodes don't agree: ${heads.map(({ node, head }) => `${node.name} ${head?.number} ${head?.hash}`)}`,
        );
    }
  }

  async stop(): Promise<void> {
    await stopNodes(this.place).catch(() => {});
    this.hosts.remove();
    rmSync(join(this.place.folder, '..'), { recursive: true, force: true });
  }
}

export type SendOptions = { value?: bigint; gas?: bigint; nonce?: number };
