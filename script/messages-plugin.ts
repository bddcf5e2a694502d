import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';

const folder = join(import.meta.dirname, '../src/messages');
const prefix = 'virtual:messages/';

/** Subjects that a visitor's first page needs, but for the contracts' errors and the course of a transaction: only what writes to the chain meets them. */
const first = ['common', 'error', 'shell', 'start', 'transaction', 'visitor', 'wallet'];
const later = /^error\.[A-Z]|^transaction\.(?!tray|stage)/;

/**
 * Serves `virtual:messages/<language>`, all messages of a language, and `virtual:messages/<language>/first` and `/rest`, the two parts of them.
 * They are compiled here, so that the page carries no parser.
 */
export function messages(): Plugin {
  return {
    name: 'messages',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : null),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return null;
      const [language = '', part] = id.slice(prefix.length + 1).split('/');
      const files = readdirSync(join(folder, language)).map((file) => join(folder, language, file));
      for (const file of files) this.addWatchFile(file);
      const entries = files.flatMap((file) => Object.entries<string>(JSON.parse(readFileSync(file, 'utf8'))));
      const wanted = entries.filter(([key]) => !part || isFirst(key) === (part === 'first'));
      const compiled = Object.fromEntries(wanted.map(([key, text]) => [key, compileMessage(text)]));
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(compiled))});`;
    },
  };
}

function isFirst(key: string): boolean {
  return first.includes(key.split('.', 1).join()) && !later.test(key);
}
