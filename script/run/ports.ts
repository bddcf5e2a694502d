import { type AddressInfo, createServer } from 'node:net';

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

/** Any port of 127.0.0.1 that nothing listens on. */
export function unusedPort(): Promise<number> {
  return listenOnce(0);
}

/** Takes a port and gives it back at once; 0 takes any. */
function listenOnce(port: number, host = '127.0.0.1'): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(port, host, () => {
      const taken = (server.address() as AddressInfo).port;
      server.close(() => resolve(taken));
    });
  });
}
