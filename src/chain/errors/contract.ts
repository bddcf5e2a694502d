import { type Abi, decodeErrorResult, type Hex, hexToString } from 'viem';
import { agreementWords } from '../../messages/agreementWords.ts';
import type { MessageKey } from '../../messages/keys.ts';
import { quantity, type Value, type Words } from '../../messages/words.ts';
import { electricityBillingAbi, tariffBookAbi } from '../abi.gen.ts';
import { roleOf } from '../roles.ts';
import { type Unit, unitsOfErrors } from './units.ts';

const abi: Abi = [...electricityBillingAbi, ...tariffBookAbi].filter((item) => item.type === 'error');

/** A contract's error in words, from the data a call reverted with. Errors within errors are told too. */
export function explainRevert(data: Hex): Words {
  const error = decode(data);
  if (!error) return { key: 'error.unknownRevert', values: { data: data.slice(0, 10) } };
  const { errorName, args = [] } = error;
  if (errorName === 'Error') return { key: 'error.revertText', values: { text: String(args[0]) } };
  if (errorName === 'Panic') return { key: 'error.panic', values: { code: String(args[0]) } };
  const units = unitsOfErrors[errorName] ?? [];
  const { inputs } = error.abiItem as { inputs: readonly { name: string }[] };
  const values = inputs.map(({ name }, index) => [name, shown(args[index], units[index])]);
  return { key: `error.${errorName}` as MessageKey, values: Object.fromEntries(values) };
}

function decode(data: Hex) {
  try {
    return decodeErrorResult({ abi, data });
  } catch {
    return null;
  }
}

function shown(value: unknown, unit: Unit = 'text'): Value {
  switch (unit) {
    case 'text':
    case 'address':
      return String(value);
    case 'ascii':
      return hexToString(value as Hex);
    case 'reason':
      return explainRevert(value as Hex);
    case 'agreement':
      return agreementWords(value as number);
    case 'role': {
      const role = roleOf(value as Hex);
      return role ? { key: `common.role.${role}` } : String(value);
    }
    default:
      return quantity(unit, value as bigint | number);
  }
}
