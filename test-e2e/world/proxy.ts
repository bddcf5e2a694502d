import { connect, createServer, type Socket } from 'node:net';
import { unusedPort } from '../../script/run/ports.ts';

/** A node that can fail while the chain behind it goes on. */
export type NodeProxy = {
  rpcUrl: string;
  /** It takes what it is asked and never answers. */
  hang(): void;
  /** Its process has ended: connections are cut, and new ones refused. */
  stop(): void;
};

export async function startProxy(rpcUrl: string): Promise<NodeProxy> {
  const target = Number(new URL(rpcUrl).port);
  const sockets = new Set<Socket>();
  let isHanging = false;
  const server = createServer((socket) => {
    const node = connect(target, '127.0.0.1');
    for (const one of [socket, node]) {
      sockets.add(one);
      one.on('error', () => one.destroy());
    }
    socket.on('data', (data) => isHanging || node.write(data));
    node.on('data', (data) => isHanging || socket.write(data));
    socket.on('close', () => node.destroy());
    node.on('close', () => socket.destroy());
  });
  const port = await unusedPort();
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
  return {
    rpcUrl: `http://127.0.0.1:${port}`,
    hang: () => {
      isHanging = true;
    },
    stop: () => {
      server.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
