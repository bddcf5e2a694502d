import { useState } from 'react';
import { type Address, getAddress, isAddress } from 'viem';
import type { MessageKey } from '../messages/keys.ts';
import { useT } from '../messages/useMessages.ts';
import type { FieldProps } from './Field.tsx';
import { TextField } from './TextField.tsx';

interface AddressFieldProps extends FieldProps {
  /** Null while the text is empty or no address. */
  value: Address | null;
  onValue: (value: Address | null) => void;
}

/** A wallet's address. It says itself what is wrong with a text that is none. */
export function AddressField({ value, onValue, error, ...field }: AddressFieldProps) {
  const t = useT();
  const [text, setText] = useState<string>(value ?? '');
  const typed = readAddress(text);
  // The address was set or cleared from outside.
  const shown = value !== typed.address ? (value ?? '') : text;
  return (
    <TextField
      {...field}
      error={typed.problem && shown === text ? t(typed.problem) : error}
      spellCheck={false}
      autoCapitalize="none"
      placeholder="0x…"
      value={shown}
      onValue={(next) => {
        setText(next);
        onValue(readAddress(next).address);
      }}
    />
  );
}

interface TypedAddress {
  address: Address | null;
  problem?: MessageKey;
}

/** Capitals carry a checksum, which catches a mistyped digit; an address without any is taken as it is. */
export function readAddress(text: string): TypedAddress {
  const plain = text.trim();
  if (plain === '') return { address: null };
  if (!isAddress(plain, { strict: false })) return { address: null, problem: 'common.notAnAddress' };
  const address = getAddress(plain);
  const hasChecksum = /[A-F]/.test(plain.slice(2)) && /[a-f]/.test(plain.slice(2));
  return hasChecksum && plain !== address ? { address: null, problem: 'common.wrongChecksum' } : { address };
}
