import { agreementOf } from '../domain/agreement.ts';
import type { Words } from './words.ts';

/** "every 2 months". @param code the contract's number for the agreement */
export function agreementWords(code: number): Words {
  const agreement = agreementOf(code);
  const count = agreement.unit === 'prepaid' ? 0 : agreement.count;
  return { key: `connection.agreement.${agreement.unit}`, values: { count } };
}
