import type { DraftRow } from './draft.ts';

/** Rows of a table: the consumer number first, then the amount; what is due where there is none. A header and empty lines are passed over. */
export function rowsOfTable(table: readonly (readonly string[])[]): Pick<DraftRow, 'number' | 'amount'>[] {
  return table
    .map((fields) => fields.map((field) => field.trim()))
    .filter((fields, index) => fields.some(Boolean) && !(index === 0 && isHeader(fields)))
    .map(([number = '', amount = '']) => ({ number, amount: amount === '' ? null : amount }));
}

function isHeader([first = '']: readonly string[]): boolean {
  return first !== '' && !/\d/.test(first);
}
