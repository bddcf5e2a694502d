/** UTF-8, as the contract counts them. */
const MOST_BYTES = 280;

/** A reason as it goes to the chain; null where there is none, or one that is too long. */
export function readReason(text: string): string | null {
  const plain = text.trim();
  return plain !== '' && isShort(plain) ? plain : null;
}

function isShort(text: string): boolean {
  return new TextEncoder().encode(text).length <= MOST_BYTES;
}
