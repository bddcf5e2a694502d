import {
  type AbiEvent,
  type AbiParameter,
  encodeAbiParameters,
  encodeEventTopics,
  type Hex,
  type RpcLog,
  zeroAddress,
  zeroHash,
} from 'viem';
import { expect, it } from 'vitest';
import { electricityBillingAbi } from '../abi.gen.ts';
import { entryOf, topicsOf } from './entryOf.ts';

const events = electricityBillingAbi.filter((item) => item.type === 'event') as readonly AbiEvent[];
const isLinked = ({ name, inputs }: AbiEvent) =>
  name === 'ConnectionRegistered' || inputs.some((input) => input.name === 'previousBlock');

/** A log with 2 for every number. */
function logOf(event: AbiEvent): RpcLog {
  const args = Object.fromEntries(event.inputs.map((input) => [input.name, sample(input)]));
  const data = event.inputs.filter(({ indexed }) => !indexed);
  return {
    data: encodeAbiParameters(data, data.map(sample)),
    topics: encodeEventTopics({ abi: [event], args } as never) as [Hex],
    blockNumber: '0x9',
    logIndex: '0x1',
    blockHash: zeroHash,
    transactionHash: zeroHash,
  } as Partial<RpcLog> as RpcLog;
}

function sample({ type }: AbiParameter): unknown {
  if (type === 'bool') return true;
  if (type === 'bytes') return '0x';
  if (type === 'address') return zeroAddress;
  if (type === 'bytes32') return zeroHash;
  if (type === 'string') return 'a reason';
  return Number(/\d+/.exec(type)?.[0]) > 48 ? 2n : 2;
}

it.each(
  events.filter(isLinked).map((event) => [event.name, event] as const),
)('%s is an entry, and one that is asked for', (_, event) => {
  const log = logOf(event);
  expect(entryOf(log, 5)).toMatchObject({ type: expect.any(String), block: 9n, time: 5 });
  expect([...topicsOf.money, ...topicsOf.readings]).toContain(log.topics[0]);
});

it('counts energy in bigints, names outcomes and kinds, and leaves out a key that is none', () => {
  const entry = (name: string) => entryOf(logOf(events.find((event) => event.name === name) as AbiEvent), 5);
  expect(entry('SurchargeCharged')).toMatchObject({
    type: 'surcharge',
    bill: 2,
    principal: 2n,
    months: 2,
    previousBlock: 2n,
  });
  expect(entry('DisputeEnded')).toMatchObject({ type: 'disputeEnded', outcome: 'withdrawn', reason: 'a reason' });
  expect(entry('MeterExchanged')).toMatchObject({ type: 'exchange', newRegister: 2n, key: null });
  expect(entry('ReadingRecorded')).toMatchObject({ type: 'reading', register: 2n, kind: 'confirmed' });
  expect(entry('ConnectionClosed')).toMatchObject({ type: 'closed', register: 2n });
});

it('passes over what belongs to no history', () => {
  for (const event of events.filter((event) => !isLinked(event) && event.inputs.length > 0)) {
    expect(entryOf(logOf(event), 5)).toBe(null);
  }
});
