// Lists the lines and branches of the contracts that no test reaches, and fails where there are any. The tests' build, without IR: coverage is of the source.
import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { forge } from './run/forge.ts';

const report = join(tmpdir(), `bijuli-${process.pid}.lcov`);
const others = '(contracts/test|contracts/gas|script)';
try {
  const args = ['coverage', '--report', 'lcov', '--report-file', report, '--no-match-coverage', others];
  await forge(args, { FOUNDRY_PROFILE: 'test' });
  const missed = uncovered(readFileSync(report, 'utf8'));
  for (const place of missed) console.error(place);
  console.log(missed.length === 0 ? 'Every line and branch of the contracts is tested.' : `${missed.length} are not.`);
  process.exitCode = missed.length === 0 ? 0 : 1;
} catch (error) {
  console.error((error as Error).message);
  process.exitCode = 1;
}

/** Of an lcov file: `DA:line,hits` and `BRDA:line,block,branch,hits` after the `SF:file` that they are of. */
function uncovered(lcov: string): string[] {
  let file = '';
  return lcov.split('\n').flatMap((record) => {
    if (record.startsWith('SF:')) file = record.slice(3);
    const [, kind, line, rest] = /^(DA|BRDA):(\d+),(.*)$/.exec(record) ?? [];
    const hits = rest?.split(',').at(-1);
    return hits === '0' || hits === '-' ? [`${file}:${line} ${kind === 'DA' ? 'line' : 'branch'}`] : [];
  });
}
