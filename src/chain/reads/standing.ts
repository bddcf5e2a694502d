import { useQuery } from '@tanstack/react-query';
import { type Address, type ContractFunctionReturnType, zeroAddress } from 'viem';
import type { electricityBillingAbi } from '../abi.gen.ts';
import { type Deployment, useDeployment } from '../deployment.ts';
import { queryKeys } from '../queryKeys.ts';
import { read } from '../read.ts';

/** What of a connection is not in its Connection, as of the latest block: energy in Wh, money in millionths, days since 1970. */
export interface Standing {
  isClosed: boolean;
  /** The agreement that one side proposes: see Connection. */
  proposedAgreement: number | null;
  /** Whether that is the board. */
  agreementByBoard: boolean;
  /** The accepted one that follows after the next bill. */
  nextAgreement: number | null;
  /** Logical register less what the meter shows. */
  registerOffset: bigint;
  /** The key that the meter signs with. */
  meterKey: Address | null;
  /** Whether the latest register is an estimate. */
  isEstimated: boolean;
  /** Bills on estimates since the last one on a reading, what they charged, and register and first day of the first of them. */
  estimatedBills: number;
  estimatedCharge: bigint;
  spanRegister: bigint;
  spanDay: number;
  /** What is open on bills whose due day is past, without surcharge. */
  overdue: bigint;
  /** The surcharge in the arrears, at the most. */
  surcharge: bigint;
  /** Instalments that one side proposes, or 0, and the days between them. */
  proposedParts: number;
  proposedInterval: number;
  /** Whether that is the board. */
  planByBoard: boolean;
  /** Instalments of the agreed plan, or 0: the rest is void then. The first is due `planInterval` days after `planDay`. */
  planParts: number;
  planInterval: number;
  planDay: number;
  planTotal: bigint;
  planCredited: bigint;
  /** Whether it is kept and not paid in full. */
  planKept: boolean;
  /** The bill in dispute, or 0. */
  disputedBill: number;
  /** The last bill that ever was in dispute, or 0. */
  lastDisputedBill: number;
  /** Whether the bill before that was in dispute too. */
  beforeDisputed: boolean;
  /** First day on which the board may disconnect by the notice that stands, or 0 when none does. */
  noticeDay: number;
  /** Whether that day has come. */
  mayDisconnect: boolean;
}

type Stored = ContractFunctionReturnType<typeof electricityBillingAbi, 'view', 'standing'>;

const noAgreement = 65_535;

/** How many connections one call asks for. */
const pageSize = 500;

export function useStanding(number: bigint) {
  const deployment = useDeployment();
  return useQuery({ queryKey: queryKeys.standing(number), queryFn: () => fetchStanding(deployment, number) });
}

async function fetchStanding(
  { client, contracts }: Pick<Deployment, 'client' | 'contracts'>,
  number: bigint,
): Promise<Standing> {
  return standingOf(await read(client, contracts.electricityBilling, 'standing', [number]));
}

/** Those of several connections, in the order asked for. */
export async function fetchStandings(
  { client, contracts }: Pick<Deployment, 'client' | 'contracts'>,
  numbers: readonly bigint[],
): Promise<Standing[]> {
  const found: Standing[] = [];
  for (let from = 0; from < numbers.length; from += pageSize) {
    const args = [numbers.slice(from, from + pageSize)] as const;
    const page = await read(client, contracts.electricityBilling, 'standings', args);
    found.push(...page.map(standingOf));
  }
  return found;
}

function standingOf(stored: Stored): Standing {
  const { proposedAgreement, nextAgreement, meterKey, spanRegister } = stored;
  return {
    ...stored,
    proposedAgreement: orNull(proposedAgreement),
    nextAgreement: orNull(nextAgreement),
    meterKey: meterKey === zeroAddress ? null : meterKey,
    spanRegister: BigInt(spanRegister),
  };
}

function orNull(agreement: number): number | null {
  return agreement === noAgreement ? null : agreement;
}
