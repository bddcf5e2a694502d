// Runs forge and ends as it ended. The command that npm installs ends with 0 whatever happened, so it can't be used for checks.
import { spawnSync } from 'node:child_process';
import { foundryProgram } from './run/foundry.ts';

const { status, error } = spawnSync(foundryProgram('forge'), process.argv.slice(2), { stdio: 'inherit' });
if (error) console.error(error.message);
process.exitCode = status ?? 1;
