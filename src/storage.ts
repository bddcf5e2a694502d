/** What the page remembers in this browser. Where storage is refused, as in some private windows, it remembers nothing and works all the same. */
export function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** Remembers a text; forgets it with null. */
export function store(key: string, text: string | null): void {
  try {
    if (text === null) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
  } catch {
    // Refused or full: nothing depends on it.
  }
}
