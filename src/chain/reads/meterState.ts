import type { MeterState } from '../../domain/readingCheck.ts';
import type { LastRead } from '../history/lastRead.ts';
import type { WholeConnection } from './wholeConnections.ts';

/**
 * What a new reading of a connection's meter is held against, on the meter's own register.
 * @param before what was last read, where the latest register is an estimate; without it the estimate stands for it
 */
export function meterStateOf(connection: WholeConnection, before: LastRead | null): MeterState {
  const { loadW, register, registerOffset, readAt, isEstimated, isClosed } = connection;
  const state = { loadW, readAt, isClosed };
  if (!isEstimated || !before) return { ...state, register: register - registerOffset };
  return { ...state, register: before.register - registerOffset, readBefore: before.readAt };
}
