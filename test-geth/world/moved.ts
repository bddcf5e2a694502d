import type { Description } from '../../script/geth/description.ts';

/** The same network on other ports: those of the description that comes with the project may be in use here. */
export function moved(plain: Description, by: number): Description {
  const at = <T extends { port: number }>(node: T): T => ({ ...node, port: node.port + by });
  const port = plain.page.port + by;
  return {
    ...plain,
    ...(plain.bootnode && { bootnode: at(plain.bootnode) }),
    sealers: plain.sealers.map(at),
    rpcNodes: plain.rpcNodes.map((node) => ({ ...at(node), httpPort: node.httpPort + by })),
    page: { port, origins: [`http://127.0.0.1:${port}`] },
  };
}
