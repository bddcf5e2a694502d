import { FieldError } from '../fieldError.ts';

/** A file of a tariff or of what is to be billed, or a tariff's bytes, with something that the format refuses. */
export class TariffError extends FieldError {
  override readonly name = 'TariffError';
}

/** Why a tariff has no answer for a usage or a payment. */
export type UsageReason =
  | 'noDays'
  | 'negativeEnergy'
  | 'loadMissing'
  | 'unknownAdjustment'
  | 'repeatedAdjustment'
  | 'aboveLastBand'
  | 'noVersion'
  | 'currencyChanges'
  | 'belowDeductions'
  | 'freeEnergy'
  | 'fallingPrice';

/** A usage or a payment that the tariff has no answer for; `field` is the usage's own name for it. */
export class UsageError extends FieldError {
  override readonly name = 'UsageError';
  readonly reason: UsageReason;

  constructor(reason: UsageReason, field: string, value: unknown, expected: string) {
    super(field, value, expected);
    this.reason = reason;
  }
}
