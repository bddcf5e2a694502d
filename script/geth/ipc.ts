import { createConnection } from 'node:net';

const ANSWERS_WITHIN_MS = 5_000;

/**
 * Asks a node by its IPC file, which only its own user can open: what administrates a node has no other way in.
 * @throws Error with what the node says, or when it doesn't answer.
 */
export function ask<T>(ipcFile: string, method: string, params: unknown[] = []): Promise<T> {
  return new Promise((resolve, reject) => {
    const socket = createConnection(ipcFile);
    let text = '';
    socket.setTimeout(ANSWERS_WITHIN_MS, () => socket.destroy(new Error(`${ipcFile} does not answer.`)));
    socket.on('error', reject);
    socket.on('close', () => reject(new Error(`${ipcFile} was closed.`)));
    socket.on('data', (chunk) => {
      text += chunk;
      const answer = parsed(text);
      if (!answer) return;
      socket.end();
      if (answer.error) reject(new Error(`${method}: ${answer.error.message}`));
      else resolve(answer.result as T);
    });
    socket.write(JSON.stringify({ jsonrpc: '2.0', id: 1, method, params }));
  });
}

/** Null while there is more to come. */
function parsed(text: string): { result?: unknown; error?: { message: string } } | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
