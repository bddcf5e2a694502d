// The private network of Geth nodes, and the page on it:
//
//   npm run geth                      makes it once, starts what does not run, deploys once, and serves the page until Ctrl-C
//   npm run geth -- status            what each node says
//   npm run geth -- start|stop [NODE] one node, or all of them
//   npm run geth -- reset [NODE]      takes a node's chain away, so that it copies it from its peers; without a name everything, keys too
//   npm run geth -- add-sealer NAME [--host IP] [--port N]
//   npm run geth -- remove-sealer NAME
//   npm run geth -- fund ADDRESS N     the bank sends an account so many coins
//   npm run geth -- --dev [COMMAND]   a single node by the newest rules instead
//
// script/geth/network.json describes it (dev.json the single node), or the file that --description names when it is made. It is kept in ~/.bijuli, or where BIJULI_HOME says.
import { parseArgs } from 'node:util';
import { BaseError } from 'viem';
import {
  addSealerTo,
  fundFrom,
  removeSealerFrom,
  reset,
  type Scope,
  showStatus,
  start,
  startOne,
  stop,
} from './geth/commands.ts';
import { DESCRIPTION, SINGLE_NODE } from './geth/description.ts';
import { cliquePrograms, devPrograms } from './geth/programs.ts';

const COMMANDS = 'start [NODE], status, stop [NODE], reset [NODE], add-sealer NAME, remove-sealer NAME, fund ADDRESS N';

run().catch((error) => {
  console.error(error instanceof BaseError ? error.shortMessage.replaceAll('\n', ' ') : error.message);
  process.exit(1);
});

async function run(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      dev: { type: 'boolean', default: false },
      description: { type: 'string' },
      host: { type: 'string' },
      port: { type: 'string' },
    },
  });
  const [command = 'start', name, amount] = positionals;
  const scope: Scope = values.dev
    ? { folder: 'dev', programs: devPrograms, description: values.description ?? SINGLE_NODE }
    : { folder: 'network', programs: cliquePrograms, description: values.description ?? DESCRIPTION };
  switch (command) {
    case 'start':
      return name ? startOne(scope, name) : start(scope);
    case 'status':
      return showStatus(scope);
    case 'stop':
      return stop(scope, name);
    case 'reset':
      return reset(scope, name);
    case 'add-sealer':
      return addSealerTo(scope, needed(name, command), { host: values.host, port: portIn(values.port) });
    case 'fund':
      return fundFrom(scope, name, amount);
    case 'remove-sealer':
      return removeSealerFrom(scope, needed(name, command));
    default:
      throw new Error(`${command} is no command; there are ${COMMANDS}.`);
  }
}

function needed(name: string | undefined, command: string): string {
  if (!name) throw new Error(`Which one? npm run geth -- ${command} NAME`);
  return name;
}

function portIn(text: string | undefined): number | undefined {
  if (text !== undefined && !/^\d{1,5}$/.test(text)) throw new Error(`--port is "${text}"; it must be a port.`);
  return text === undefined ? undefined : Number(text);
}
