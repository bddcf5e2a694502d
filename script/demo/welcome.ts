import type { Config } from '../../src/chain/config.ts';

/** Says where the page is, whom to be and what to try first. */
export function printWelcome({ chain, demo }: Config, pagePort: number): void {
  const accounts = demo?.accounts.map(
    ({ name, address, note }) => `    ${name.padEnd(42)}${address}${note ? `  ${note}` : ''}`,
  );
  console.log(`
  Bijuli is at http://127.0.0.1:${pagePort}

  Accounts of the demonstration, to be chosen on the page under "Connect":
${accounts?.join('\n')}

  Try first
    Consumer – London home   One month is overdue: pay a part of it, then look at a bill down to its bands.
    Board                    Three connections are read and not billed: run the billing. Two still want a reading.
    Without connecting       Look up connection 102000014330, or read the tariffs.

  MetaMask    network ${chain.name}, RPC URL ${chain.rpcUrls[0]}, chain id ${chain.id}, symbol ${chain.coin.symbol}
              money for your own account: npm run fund -- <address>

  ${demo?.note}

  Ctrl-C stops everything.`);
}
