import { type Hash, keccak256, stringToHex } from 'viem';

/** Whether a hash is of this text. Copying may have added blanks around it or other line ends. */
export function matchesReason(text: string, hash: Hash): boolean {
  const plain = text.replaceAll('\r\n', '\n');
  return [text, plain, plain.trim()].some((one) => keccak256(stringToHex(one)) === hash);
}
