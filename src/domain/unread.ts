const MONTH = 31 * 86_400;

/** A meter that was last read before this has not been read for over a month. Times in seconds since 1970. */
export function unreadSince(now: number): number {
  return now - MONTH;
}
