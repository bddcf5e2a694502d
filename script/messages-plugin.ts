import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileMessage } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';

const folder = join(import.meta.dirname, '../src/messages');
const prefix = 'virtual:messages/';

/** Serves `virtual:messages/<language>`: all subjects of a language in one module, compiled, so that the page carries no parser. */
export function messages(): Plugin {
  return {
    name: 'messages',
    resolveId: (id) => (id.startsWith(prefix) ? `\0${id}` : null),
    load(id) {
      if (!id.startsWith(`\0${prefix}`)) return null;
      const files = subjects(id.slice(prefix.length + 1));
      for (const file of files) this.addWatchFile(file);
      const entries = files.flatMap((file) => Object.entries<string>(JSON.parse(readFileSync(file, 'utf8'))));
      const compiled = Object.fromEntries(entries.map(([key, text]) => [key, compileMessage(text)]));
      return `export default JSON.parse(${JSON.stringify(JSON.stringify(compiled))});`;
    },
  };
}

function subjects(language: string): string[] {
  const of = join(folder, language);
  return readdirSync(of)
    .filter((name) => name.endsWith('.json'))
    .map((name) => join(of, name));
}
