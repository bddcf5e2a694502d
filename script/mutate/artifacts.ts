import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, posix } from 'node:path';

type Code = { object: string };
type Compiled = { evm: { bytecode: Code; deployedBytecode: Code } };
/** solc's answer. */
export type Output = {
  errors?: { severity: string }[];
  contracts?: Record<string, Record<string, Compiled>>;
};

/** A contract or library of the project as forge has compiled it: what a test deploys by its name. */
export type Artifact = {
  path: string;
  /** The file as forge wrote it. */
  text: string;
  source: string;
  name: string;
  /** The files that its source needs. */
  sources: string[];
  settings: { optimizer?: object };
};

export function readArtifacts(root: string): Artifact[] {
  const folder = join(root, 'out/test');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.json'));
  return files.flatMap((file) => {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    const { bytecode, metadata } = JSON.parse(text);
    const { compilationTarget, ...settings } = metadata?.settings ?? {};
    const [source = '', name = ''] = Object.entries<string>(compilationTarget ?? {})[0] ?? [];
    if (!source.startsWith('contracts/src/') || bytecode.object === '0x') return [];
    return [{ path, text, source, name, sources: Object.keys(metadata.sources), settings }];
  });
}

/** What solc is asked for: the artifacts' code, from sources by path. */
export function inputFor(artifacts: Artifact[], sources: Map<string, string>): string {
  const files = new Set(artifacts.flatMap((artifact) => artifact.sources));
  const code = ['object', 'linkReferences'];
  const wanted = [...code.map((field) => `evm.bytecode.${field}`), 'evm.deployedBytecode.immutableReferences'];
  wanted.push(...code.map((field) => `evm.deployedBytecode.${field}`));
  const { optimizer, ...settings } = artifacts[0]?.settings ?? {};
  const outputSelection = Object.fromEntries(artifacts.map(({ source }) => [source, { '*': wanted }]));
  return JSON.stringify({
    language: 'Solidity',
    sources: Object.fromEntries([...files].map((file) => [file, { content: sources.get(file) }])),
    // Without the optimizer it takes a third of the time.
    settings: { ...settings, outputSelection },
  });
}

/** Puts solc's code into an artifact's file. */
export function replaceCode({ path, text, source, name }: Artifact, output: Output) {
  const artifact = JSON.parse(text);
  const compiled = output.contracts?.[source]?.[name]?.evm;
  if (!compiled) throw new Error(`solc has no ${name}.`);
  const object = `0x${compiled.bytecode.object}`;
  const deployed = { ...compiled.deployedBytecode, object: `0x${compiled.deployedBytecode.object}` };
  artifact.bytecode = { ...artifact.bytecode, ...compiled.bytecode, object };
  artifact.deployedBytecode = { ...artifact.deployedBytecode, ...deployed };
  writeFileSync(path, JSON.stringify(artifact));
}

/** Whether a source's code holds another's. What an interface imports, it only names. */
export function holds(source: string, other: string, sources: Map<string, string>, seen = new Set<string>()): boolean {
  if (source === other) return true;
  if (seen.has(source) || source.includes('/interfaces/')) return false;
  seen.add(source);
  const imports = [...(sources.get(source) ?? '').matchAll(/^(?:import|\}) .*"(\.[^"]+)";/gm)];
  return imports.some(([, path = '']) => holds(posix.join(posix.dirname(source), path), other, sources, seen));
}
