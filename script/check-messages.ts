// Every language has every message of the English catalogue, with the same placeholders, and every message is used.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import { languages } from '../src/messages/languages.ts';

type Tokens = ReturnType<typeof compileMessageOrThrow>;

const source = join(import.meta.dirname, '../src');
const folder = join(source, 'messages');
const problems: string[] = [];

const english = catalogue('en');
for (const language of Object.keys(languages)) compare(language, catalogue(language));
findUnused();

for (const problem of problems) console.error(problem);
console.log(`${english.size} messages in ${Object.keys(languages).length} languages, ${problems.length} problems`);
if (problems.length > 0) process.exitCode = 1;

/** Messages by key. A key starts with the name of its file. */
function catalogue(language: string): Map<string, string> {
  const messages = new Map<string, string>();
  for (const file of readdirSync(join(folder, language))) {
    const subject = file.replace(/\.json$/, '');
    const entries = Object.entries<string>(JSON.parse(readFileSync(join(folder, language, file), 'utf8')));
    for (const [key, text] of entries) {
      if (!key.startsWith(`${subject}.`))
        problems.push(`${language}/${file}: ${key} does not start with "${subject}."`);
      messages.set(key, text);
    }
  }
  return messages;
}

function compare(language: string, messages: Map<string, string>) {
  for (const [key, text] of english) {
    const translated = messages.get(key);
    if (!translated?.trim()) {
      problems.push(`${language}: ${key} is missing`);
      continue;
    }
    const expected = placeholders('en', key, text);
    const found = placeholders(language, key, translated);
    if (found !== expected)
      problems.push(`${language}: ${key} has the placeholders "${found}"; English has "${expected}"`);
  }
  for (const key of messages.keys())
    if (!english.has(key)) problems.push(`${language}: ${key} is not in the English catalogue`);
}

/** The names and kinds of a message's placeholders, sorted. */
function placeholders(language: string, key: string, text: string): string {
  try {
    return [...new Set(names(compileMessageOrThrow(text)))].sort().join(', ');
  } catch (error) {
    problems.push(`${language}: ${key} can't be read: ${(error as Error).message}`);
    return '';
  }
}

function names(tokens: Tokens): string[] {
  return tokens.flatMap((token) => {
    if (typeof token === 'string') return [];
    const [name, kind, cases] = token;
    const inner = Object.values(cases ?? {}).flatMap((value) => (Array.isArray(value) ? names(value) : []));
    return [kind ? `${name} (${kind})` : name, ...inner];
  });
}

/** A message is used where its key stands in quotes, or where a template begins like it: `error.${name}`. */
function findUnused() {
  const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.tsx?$/.test(name) && !/\.test\./.test(name),
  );
  const code = files.map((name) => readFileSync(join(source, name), 'utf8')).join('\n');
  const prefixes = [...code.matchAll(/`([a-z]+\.[\w.]*)\$\{/g)].map((match) => match[1] ?? '');
  for (const key of english.keys()) {
    const used =
      code.includes(`'${key}'`) || code.includes(`"${key}"`) || prefixes.some((prefix) => key.startsWith(prefix));
    if (!used) problems.push(`${key} is used nowhere`);
  }
}
