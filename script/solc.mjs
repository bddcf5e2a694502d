#!/usr/bin/env node
// The Solidity compiler that forge calls (foundry.toml: solc). forge would download a native one; this is the same
// version compiled to WebAssembly, installed by npm, so that a build needs nothing else and no network.
import { readFileSync } from 'node:fs';
import solc from 'solc';

if (process.argv.includes('--version')) {
  process.stdout.write(`solc, the solidity compiler commandline interface\nVersion: ${solc.version()}\n`);
} else {
  // forge calls `solc --standard-json` and hands over every source in the input, so no import callback is needed.
  process.stdout.write(solc.compile(readFileSync(0, 'utf8')));
}
