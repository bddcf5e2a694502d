/** The register that is to be corrected, Wh. */
export type CorrectedMeter = {
  /** The logical register. */
  register: bigint;
  /** Logical register less what the meter shows. */
  registerOffset: bigint;
  billedRegister: bigint;
  /** Bills issued so far. */
  bills: number;
  /** Bills issued on estimates since the last one on a reading, and the register at the start of the first of them. */
  estimatedBills: number;
  spanRegister: bigint;
};

/** What becomes of the logical register; Wh. */
export type Correction =
  | { isLower: true; register: bigint /** Charged by a bill, and not used. */; overbilled: bigint }
  | { isLower: false /** What the meter is taken to have shown. */; last: bigint };

/** Corrects the latest reading downwards, as the contract does. What is billed stays billed. @param own what the meter did show, Wh */
export function correctionOf(meter: CorrectedMeter, own: bigint): Correction {
  const { register, registerOffset, billedRegister, bills, estimatedBills, spanRegister } = meter;
  const right = own + registerOffset;
  if (right >= register) return { isLower: false, last: register - registerOffset };
  // A reading after estimates bills from their beginning again.
  const billed = estimatedBills === 0 ? billedRegister : spanRegister;
  const below = right < billed ? billed - right : 0n;
  // Before the first bill nothing is charged: the meter only began lower than it was registered.
  return { isLower: true, register: right + below, overbilled: bills === 0 ? 0n : below };
}
