import { Link } from 'wouter';
import { paths } from '../../paths.ts';

/** A connection's number, to where the board manages it. */
export function ConnectionLink({ number }: { number: bigint }) {
  return <Link href={paths.manage(number)}>{String(number)}</Link>;
}
