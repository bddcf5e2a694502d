// A thread that holds solc: it compiles faster once it is warm, and nothing else can run beside it.
import { parentPort } from 'node:worker_threads';
import solc from 'solc';

parentPort?.on('message', (input) => parentPort?.postMessage(solc.compile(input)));
