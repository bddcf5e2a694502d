/** The register that is to be corrected, Wh. */
export type CorrectedMeter = {
  /** The logical register. */
  register: bigint;
  /** Logical register less what the meter shows. */
  registerOffset: bigint;
  billedRegister: bigint;
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
  const { register, registerOffset, billedRegister, estimatedBills, spanRegister } = meter;
  const right = own + registerOffset;
  if (right >= register) return { isLower: false, last: register - registerOffset };
  // A reading after estimates bills from their beginning again.
  const billed = estimatedBills === 0 ? billedRegister : spanRegister;
  const overbilled = right < billed ? billed - right : 0n;
  return { isLower: true, register: right + overbilled, overbilled };
}
