export type Range = { start: number; end: number };

/** Source text of the same length with blanks for comments, strings and the pragma. */
export function withoutText(source: string): string {
  return source.replace(/\/\/.*|\/\*[\s\S]*?\*\/|"(?:[^"\\\n]|\\.)*"|^pragma .*/gm, blank);
}

export function blank(text: string): string {
  return text.replace(/[^\n]/g, ' ');
}

/** Where the bracket that opens at `open` has been closed again. */
export function closing(code: string, open: number): number {
  let depth = 0;
  for (let i = open; i < code.length; i++) {
    if ('({'.includes(code.charAt(i))) depth++;
    else if (')}'.includes(code.charAt(i)) && --depth === 0) return i + 1;
  }
  throw new Error('A bracket is not closed.');
}

export function assemblyBlocks(code: string): Range[] {
  return [...code.matchAll(/\bassembly\b[^{]*/g)].map(({ index, 0: head }) => ({
    start: index,
    end: closing(code, index + head.length),
  }));
}

/** Statements that can be left out: they end in a semicolon and declare nothing; an `if` goes with the one statement that it has without braces. */
export function statements(code: string): Range[] {
  const found: Range[] = [];
  let start = 0;
  for (let i = 0; i < code.length; i++) {
    const char = code.charAt(i);
    // What stands in brackets is not taken apart, nor are a call's options: f{value: x}().
    if (char === '(' || (char === '{' && /\w/.test(code.charAt(i - 1)))) i = closing(code, i) - 1;
    else if (char === '{' || char === '}') start = i + 1;
    else if (char === ';') {
      const text = code.slice(start, i + 1).trimStart();
      if (canBeLeftOut(text)) found.push({ start: i + 1 - text.length, end: i + 1 });
      start = i + 1;
    }
  }
  return found;
}

/** A statement in assembly is a line, unless its brackets go on. */
export function assemblyStatements(code: string, block: Range): Range[] {
  const starts = /(?<=^ *|[{}] )(?:\w+ := \w+|(?:[ms]store|log\d|revert|return|returndatacopy)(?=\())/gm;
  return [...code.slice(block.start, block.end).matchAll(starts)].map(({ index, 0: head }) => {
    const start = block.start + index;
    const end = start + head.length;
    return { start, end: code.charAt(end) === '(' ? closing(code, end) : end };
  });
}

function canBeLeftOut(statement: string): boolean {
  if (/^(if|delete|emit|revert|continue|break)\b/.test(statement)) return true;
  if (/^(import|using|mapping|error|event|type|else|while|return|do)\b/.test(statement)) return false;
  // A declaration has a type before a name: `uint256 x = 1`, `(uint256 x, bytes memory y) = f()`.
  const [left = ''] = statement.split(/ [-+*/|&^<>]*= /);
  return /[=(]|\+\+|--/.test(statement) && !/^\(?[,\s]*[\w.]+(\[\w*\])* \w/.test(left);
}
