import { randomBytes } from 'node:crypto';
import { chmodSync, existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Address, bytesToHex, type Hex } from 'viem';
import { privateKeyToAccount } from 'viem/accounts';

export type Drawn = { address: Address /** 64 bytes, hexadecimal without 0x. */; publicKey: string };

/** Draws a private key and writes it where only its own user can read it. */
export function drawKey(file: string): Drawn {
  const key = bytesToHex(randomBytes(32));
  writeSecret(file, key.slice(2));
  const { address, publicKey } = privateKeyToAccount(key);
  return { address, publicKey: publicKey.slice(4) };
}

export function drawPassword(file: string) {
  writeSecret(file, randomBytes(24).toString('base64url'));
}

/** @throws Error of one line. */
export function readKey(file: string): Hex {
  const text = existsSync(file) ? readFileSync(file, 'utf8').trim() : '';
  if (!/^[0-9a-f]{64}$/.test(text)) throw new Error(`${file} is not a private key: 64 hexadecimal digits.`);
  return `0x${text}`;
}

/** @throws Error of one line when others can read one of them. */
export function checkSecrets(folder: string) {
  if (!existsSync(folder)) throw new Error(`${folder} is gone: put the keys back from their backup.`);
  for (const name of ['', ...readdirSync(folder)]) {
    const path = join(folder, name);
    const mode = statSync(path).mode & 0o777;
    if (mode & 0o077)
      throw new Error(
        `${path} can be read by others (mode ${mode.toString(8)}): "chmod ${name ? 600 : 700}" it, and draw it anew if others were on this machine.`,
      );
  }
}

function writeSecret(file: string, text: string) {
  writeFileSync(file, text, { mode: 0o600, flag: 'wx' });
  // Whatever the umask says.
  chmodSync(file, 0o600);
}
