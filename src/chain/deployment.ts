import { createContext, useContext } from 'react';
import type { Address } from 'viem';
import { electricityBillingAbi, tariffBookAbi } from './abi.gen.ts';
import type { ChainClient } from './client.ts';
import type { Config } from './config.ts';
import type { Head } from './head.ts';

/** What the contracts were deployed with and never change. */
export interface Facts {
  /** ISO 4217. */
  currency: string;
  /** Seconds by which the board's local time is ahead of UTC. */
  utcOffset: number;
  /** Seconds between a tariff's publication and the first day it may apply to. */
  noticePeriod: number;
  /** The token that everything is paid in; null where it is the chain's coin. */
  asset: Address | null;
  /** The asset's own units in `step` millionths of the currency. */
  unit: bigint;
  /** Amounts are a multiple of that many millionths of the currency. */
  step: bigint;
  /** Plausibility limit of a reading, in per cent of what the sanctioned load can draw. */
  plausibilityPercent: number;
}

export interface Contracts {
  tariffBook: { address: Address; abi: typeof tariffBookAbi };
  electricityBilling: { address: Address; abi: typeof electricityBillingAbi };
}

export interface Deployment {
  config: Config;
  client: ChainClient;
  contracts: Contracts;
  facts: Facts;
  /** The latest block when the page was opened. */
  head: Head;
  /** Names the deployment in local storage: chain, genesis and contract. */
  id: string;
  /** The chain is not the one that was here at the last visit, though it has the same genesis: it was restarted. */
  wasReset: boolean;
}

export const DeploymentContext = createContext<Deployment | null>(null);

/** The chain and the contracts that the page is for. Only below the start check. */
export function useDeployment(): Deployment {
  const deployment = useContext(DeploymentContext);
  if (!deployment) throw new Error('useDeployment is used outside of StartGate');
  return deployment;
}

export function contractsOf({ contracts }: Config): Contracts {
  return {
    tariffBook: { address: contracts.tariffBook, abi: tariffBookAbi },
    electricityBilling: { address: contracts.electricityBilling, abi: electricityBillingAbi },
  };
}
