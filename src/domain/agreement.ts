/** How often a connection is billed. */
export type Agreement = { unit: 'day' | 'month'; count: number } | { unit: 'prepaid' };

/** Months are counted from here up. */
const MONTHS = 512;

/** Reads the contract's number for an agreement: 1–511 days; 512 + n for n months; 0 prepaid. */
export function agreementOf(code: number): Agreement {
  if (code === 0) return { unit: 'prepaid' };
  return code > MONTHS ? { unit: 'month', count: code - MONTHS } : { unit: 'day', count: code };
}

/** The contract's number for an agreement. */
export function agreementCode(agreement: Agreement): number {
  if (agreement.unit === 'prepaid') return 0;
  return agreement.unit === 'month' ? MONTHS + agreement.count : agreement.count;
}
