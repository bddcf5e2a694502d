import type { WriteRequest } from '../../chain/transactions/request.ts';
import type { Reading } from '../../domain/reading.ts';
import { quantity } from '../../messages/words.ts';
import { packRow } from './packRow.ts';

/** The transactions of an import are about this, to be found again after a reload. */
export const importSubject = 'readings';

/** A reading that the sanctioned load makes plausible. */
export function recordReading({ connection, register, readAt }: Reading): WriteRequest {
  return {
    contract: 'electricityBilling',
    functionName: 'recordReading',
    args: [connection, Number(register), readAt],
    describe: describe(connection, register),
    subject: `connection:${connection}`,
  };
}

/** A reading that the board stands up for, whatever the sanctioned load. */
export function confirmReading(reading: Reading): WriteRequest {
  return { ...recordReading(reading), functionName: 'confirmReading' } as WriteRequest;
}

/** Many readings in one transaction, and with `withBills` their bills; rows that the contract refuses are left out. */
export function recordReadings(readings: readonly Reading[], withBills: boolean): WriteRequest {
  return {
    contract: 'electricityBilling',
    functionName: withBills ? 'recordAndBill' : 'recordReadings',
    args: [readings.map(packRow)],
    describe: {
      key: withBills ? 'readings.describeRecordAndBill' : 'readings.describeRecord',
      values: { count: readings.length },
    },
    subject: importSubject,
  };
}

function describe(connection: bigint, register: bigint) {
  const values = { number: String(connection), register: quantity('energy', register) };
  return { key: 'readings.describeOne', values } as const;
}
