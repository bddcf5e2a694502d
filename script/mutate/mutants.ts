import { instructions, operators } from './operators.ts';
import {
  assemblyBlocks,
  assemblyStatements,
  blank,
  closing,
  type Range,
  statements,
  withoutText,
} from './statements.ts';

/** A small change of a source file that some test should notice. */
export type Mutant = Change & {
  line: number;
  /** The function that it is in. */
  within: string;
  /** The changed lines before and after, each run of blanks as one. */
  from: string;
  to: string;
};

type Change = Range & { replacement: string };

/** All mutants of a source file, in its order. Some may not compile. */
export function mutantsOf(source: string): Mutant[] {
  const code = withoutText(source);
  const blocks = assemblyBlocks(code);
  const solidity = blocks.reduce(
    (text, { start, end }) => applied(text, start, end, blank(text.slice(start, end))),
    code,
  );
  return [
    ...leftOut(code, solidity, blocks),
    ...otherOperators(solidity),
    ...blocks.flatMap((block) => otherInstructions(code, block)),
    ...matches(code, /(?<![\w.])[01](?![\w.])/g).map((at) => ({
      ...at,
      replacement: code[at.start] === '0' ? '1' : '0',
    })),
  ]
    .sort((a, b) => a.start - b.start)
    .map((change) => described(source, code, change));
}

export function applied(source: string, start: number, end: number, replacement: string): string {
  return source.slice(0, start) + replacement + source.slice(end);
}

function leftOut(code: string, solidity: string, blocks: Range[]): Change[] {
  return [
    ...statements(solidity),
    ...blocks.flatMap((block) => assemblyStatements(code, block)),
    ...matches(solidity, /\b(?:onlyRole\(\w+\)|whenNotPaused|nonReentrant)(?=\s)/g),
    ...matches(solidity, /(?<=([(,=?:]|\breturn)\s*)-(?=\w)/g),
  ].map((range) => ({ ...range, replacement: '' }));
}

function otherOperators(solidity: string): Change[] {
  return matches(solidity, /[-+*/%<>=!&|^~]+/g).flatMap((range) =>
    (operators[solidity.slice(range.start, range.end)] ?? []).map((replacement) => ({ ...range, replacement })),
  );
}

function otherInstructions(code: string, block: Range): Change[] {
  return matches(code, /\b[a-z]+(?=\()/g)
    .filter(({ start }) => start >= block.start && start < block.end)
    .flatMap(({ start, end: open }) => {
      const end = closing(code, open);
      const forms = instructions[code.slice(start, open)] ?? [];
      return forms.map((form) => ({ start, end, replacement: form.replace('…', code.slice(open + 1, end - 1)) }));
    });
}

function described(source: string, code: string, change: Change): Mutant {
  const { start, end, replacement } = change;
  const first = source.lastIndexOf('\n', start - 1) + 1;
  const lines = source.slice(first, source.indexOf('\n', end));
  const heads = [...code.slice(0, start).matchAll(/\b(?:(?:function|modifier) (\w+)|constructor)\b/g)];
  const head = heads.at(-1);
  return {
    ...change,
    line: source.slice(0, start).split('\n').length,
    within: head?.[1] ?? head?.[0] ?? '',
    from: oneLine(lines),
    to: oneLine(applied(lines, start - first, end - first, replacement)),
  };
}

function matches(code: string, pattern: RegExp): Range[] {
  return [...code.matchAll(pattern)].map(({ index, 0: text }) => ({ start: index, end: index + text.length }));
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
