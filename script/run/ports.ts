import { createServer } from 'node:net';

/**
 * @param variable The environment variable that names another port.
 * @throws Error when something listens on the port of 127.0.0.1, or the variable holds no port.
 */
export async function freePort(variable: string, standard: number): Promise<number> {
  const given = process.env[variable] ?? String(standard);
  const port = Number(given);
  if (!/^\d+$/.test(given) || port < 1 || port > 65_535) {
    throw new Error(`${variable} is "${given}"; it must be a port from 1 to 65535.`);
  }
  await checkPort('127.0.0.1', port, `choose another with ${variable}`);
  return port;
}

/**
 * @param remedy What else can be done about it.
 * @throws Error when something listens there.
 */
export async function checkPort(host: string, port: number, remedy: string): Promise<void> {
  await listenOnce(port, host).catch(({ code }: NodeJS.ErrnoException) => {
    const why = code === 'EADDRINUSE' ? 'is in use by another program' : `can't be used (${code})`;
    throw new Error(`Port ${port} ${why}. Stop that, or ${remedy}.`);
  });
}

/** Any port of 127.0.0.1 that nothing listens on, and that no outgoing connection is given before it is used: systems take those from 32768 on. */
export async function unusedPort(): Promise<number> {
  for (;;) {
    const port = 12_000 + Math.floor(Math.random() * 18_000);
    if (await listenOnce(port, '127.0.0.1').catch(() => false)) return port;
  }
}

/** Takes a port and gives it back at once. */
function listenOnce(port: number, host: string): Promise<true> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, host, () => server.close(() => resolve(true)));
  });
}
