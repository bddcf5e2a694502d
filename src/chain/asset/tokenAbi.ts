const text = [{ type: 'string' }] as const;
const number = [{ type: 'uint256' }] as const;
const account = [{ type: 'address' }] as const;
const view = { type: 'function', stateMutability: 'view' } as const;

/** What the page asks of a token (ERC-20, EIP-2612, EIP-5267). */
export const tokenAbi = [
  { ...view, name: 'name', inputs: [], outputs: text },
  { ...view, name: 'symbol', inputs: [], outputs: text },
  { ...view, name: 'version', inputs: [], outputs: text },
  { ...view, name: 'balanceOf', inputs: account, outputs: number },
  { ...view, name: 'allowance', inputs: [...account, ...account], outputs: number },
  { ...view, name: 'nonces', inputs: account, outputs: number },
  { ...view, name: 'DOMAIN_SEPARATOR', inputs: [], outputs: [{ type: 'bytes32' }] },
  {
    type: 'function',
    stateMutability: 'nonpayable',
    name: 'approve',
    inputs: [...account, ...number],
    outputs: [],
  },
] as const;
