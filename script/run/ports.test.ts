import { createServer } from 'node:net';
import { afterEach, expect, test, vi } from 'vitest';
import { freePort, unusedPort } from './ports.ts';

afterEach(() => vi.unstubAllEnvs());

test('the standard port is taken unless the variable names another', async () => {
  const [standard, other] = [await unusedPort(), await unusedPort()];
  expect(await freePort('SOME_PORT', standard)).toBe(standard);
  vi.stubEnv('SOME_PORT', String(other));
  expect(await freePort('SOME_PORT', standard)).toBe(other);
});

test('a busy port is refused with the way out', async () => {
  const port = await unusedPort();
  const server = createServer();
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  await expect(freePort('SOME_PORT', port)).rejects.toThrow(
    `Port ${port} is in use by another program. Stop that, or choose another with SOME_PORT.`,
  );
  server.close();
});

test.each(['', 'page', '0', '65536', '80.5', '-1'])('"%s" is no port', async (given) => {
  vi.stubEnv('SOME_PORT', given);
  await expect(freePort('SOME_PORT', 1)).rejects.toThrow(`SOME_PORT is "${given}"; it must be a port from 1 to 65535.`);
});
