import { readFileSync } from 'node:fs';
import { type Address, getAddress, type Hex, type PublicClient, slice } from 'viem';

type Places = { start: number; length: number }[];
type Compiled = {
  object: Hex;
  linkReferences: Record<string, Record<string, Places>>;
  immutableReferences?: Record<string, Places>;
};

export type LinkedLibrary = {
  name: string;
  address: Address;
  code: Hex;
  /** Whether the code is what forge compiled, but for what is only known at deployment. */
  isAsCompiled: boolean;
};

/** The libraries that a deployed contract calls, and those that these call. A contract's code holds the addresses of its libraries. */
export async function linkedLibraries(client: PublicClient, name: string, address: Address): Promise<LinkedLibrary[]> {
  const found = new Map<Address, LinkedLibrary>();
  const visit = async (code: Hex, { linkReferences }: Compiled): Promise<void> => {
    for (const [library, [place]] of Object.values(linkReferences).flatMap(Object.entries<Places>)) {
      if (!place) continue;
      const at = getAddress(slice(code, place.start, place.start + place.length));
      if (found.has(at)) continue;
      const its = (await client.getCode({ address: at })) ?? '0x';
      const compiled = compiledCode(library);
      const isAsCompiled = withoutPlaces(its, compiled) === withoutPlaces(compiled.object, compiled);
      found.set(at, { name: library, address: at, code: its, isAsCompiled });
      if (isAsCompiled) await visit(its, compiled);
    }
  };
  await visit((await client.getCode({ address })) ?? '0x', compiledCode(name));
  return [...found.values()];
}

/** What forge compiled last. */
function compiledCode(name: string): Compiled {
  const file = new URL(`../../out/${name}.sol/${name}.json`, import.meta.url);
  return JSON.parse(readFileSync(file, 'utf8')).deployedBytecode;
}

/** Code with nothing where the addresses of libraries stand, its own among them. */
function withoutPlaces(code: string, { linkReferences, immutableReferences = {} }: Compiled): string {
  const linked = Object.values(linkReferences).flatMap((libraries) => Object.values(libraries));
  const places = [...linked, ...Object.values(immutableReferences)].flat();
  return places.reduce((text, { start, length }) => {
    const [from, to] = [2 + 2 * start, 2 + 2 * (start + length)];
    return text.slice(0, from) + '0'.repeat(to - from) + text.slice(to);
  }, code);
}
