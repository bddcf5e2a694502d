/** A CSV file (RFC 4180) of a header and rows. It begins with a byte order mark: without it Excel takes UTF-8 for something else. */
export function toCsv(header: readonly string[], rows: readonly (readonly string[])[]): string {
  return `\uFEFF${[header, ...rows].map((row) => row.map(field).join(',')).join('\r\n')}\r\n`;
}

/** What a spreadsheet would take for a formula is marked as text: it may come from somebody else's file. */
function field(text: string): string {
  const safe = /^[=+@\t\r]|^-(?![\d.]+$)/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
