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
  await new Promise<void>((resolve, reject) => {
    const server = createServer();
    server.once('error', (error: NodeJS.ErrnoException) => {
      const why = error.code === 'EADDRINUSE' ? 'is in use by another program' : `can't be used (${error.code})`;
      reject(new Error(`Port ${port} ${why}. Stop that, or choose another with ${variable}.`));
    });
    server.listen(port, '127.0.0.1', () => server.close(() => resolve()));
  });
  return port;
}
