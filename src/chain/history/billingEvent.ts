import type { DecodeEventLogReturnType } from 'viem';
import type { electricityBillingAbi } from '../abi.gen.ts';

/** Any event of ElectricityBilling. */
export type BillingEvent = DecodeEventLogReturnType<typeof electricityBillingAbi>;
