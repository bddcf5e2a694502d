import { bytesToHex } from 'viem';
import flat from '../../tariffs/flat-5.json' with { type: 'json' };
import { encodeTariff } from '../domain/tariff/encode.ts';
import { parseTariff } from '../domain/tariff/parse.ts';
import { read } from './read.ts';
import type { TestDeployment } from './testDeployment.ts';

/** For tests: 5 rupees a unit as category 1, from the first day that notice allows. @returns that day. */
export async function publishFlatTariff({ deployment, call, run, board }: TestDeployment): Promise<number> {
  const program = bytesToHex(encodeTariff(parseTariff(flat)));
  const start = await read(deployment.client, deployment.contracts.tariffBook, 'earliestStartDay', []);
  await run(board, call({ contract: 'tariffBook', functionName: 'publish', args: [1, start, program] }));
  return start;
}
