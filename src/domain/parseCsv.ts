/** A file that is no text, or holds no row. */
export class NoTableError extends Error {
  override readonly name = 'NoTableError';
  readonly reason: 'workbook' | 'empty';

  constructor(reason: NoTableError['reason']) {
    super(reason);
    this.reason = reason;
  }
}

/**
 * Splits a text into rows and fields: comma, semicolon, tab or bar, whichever it uses, with or without quotes. The parser is fetched when it is
 * first needed.
 * @throws NoTableError
 */
export async function parseCsv(text: string): Promise<string[][]> {
  // A workbook of a spreadsheet is a zip archive.
  if (text.startsWith('PK\u0003\u0004')) throw new NoTableError('workbook');
  const { default: Papa } = await import('papaparse');
  const { data } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), {
    delimitersToGuess: [',', ';', '\t', '|'],
  });
  if (!data.some((row) => row.some((field) => field.trim() !== ''))) throw new NoTableError('empty');
  return data;
}
