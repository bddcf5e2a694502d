import { readFileSync } from 'node:fs';
import { FieldError } from '../../src/domain/fieldError.ts';
import { TariffError } from '../../src/domain/tariff/errors.ts';

/** Reads a JSON file by a parser of the domain. @throws Error of one line that names the file and the field */
export function readFile<T>(path: string, parse: (value: unknown) => T): T {
  return inFile(path, () => parse(readJson(path)));
}

export function inFile<T>(path: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    throwOf(path, error);
  }
}

/** Throws the error again, with the file that it is about where it names a field. */
export function throwOf(path: string, error: unknown): never {
  throw error instanceof FieldError ? new Error(`${path}: ${error.message}`) : error;
}

function readJson(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    throw new Error(`${path} can't be read (${(error as NodeJS.ErrnoException).code}).`);
  }
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new TariffError('', text, `a JSON file (${(error as Error).message})`);
  }
}
