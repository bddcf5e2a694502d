interface Days {
  fromDay: number;
  toDay: number;
}

/** Leaves out bills on estimates whose days a later bill has billed again, so that no energy counts twice. @param bills newest first */
export function withoutReplaced<Bill extends Days>(bills: readonly Bill[]): Bill[] {
  const kept: Bill[] = [];
  for (const bill of bills) {
    const newer = kept.at(-1);
    if (!newer || bill.toDay <= newer.fromDay) kept.push(bill);
  }
  return kept;
}
