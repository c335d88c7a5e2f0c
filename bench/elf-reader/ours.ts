import { readElf } from '../../packages/layerproof/src/formats/elf.ts';
import { type ElfSymbol, readElfSymbols } from '../../packages/layerproof/src/formats/elf-symbols.ts';
import type { ReadelfFacts } from './readelf.ts';

/** What our reader says of a file, in the form that readelf's words are brought into. */
export function ourFacts(name: string, bytes: Uint8Array): ReadelfFacts {
  const elf = readElf(name, bytes);
  const symbols = readElfSymbols(name, bytes);
  return {
    needed: elf.needed.toSorted(),
    soname: elf.soname,
    rpath: elf.rpath.join(':'),
    runpath: elf.runpath.join(':'),
    versionNeeds: elf.versionNeeds.map(({ library, version, weak }) => `${library} ${version}${suffix(weak)}`).sort(),
    versionDefinitions: elf.versionDefinitions.toSorted(),
    undefinedSymbols: symbols.undefined.map(textOf).sort(),
    definedSymbols: symbols.defined.map(textOf).sort(),
  };
}

function textOf({ name, version, weak }: ElfSymbol): string {
  // The symbol of a version itself readelf prints without its version.
  return `${name}${version === undefined || version === name ? '' : `@${version}`}${suffix(weak)}`;
}

function suffix(weak: boolean): string {
  return weak ? ' weak' : '';
}

/** The facts in which two readings differ, each with what only one has. */
export function differences(ours: ReadelfFacts, theirs: ReadelfFacts): string[] {
  return (Object.keys(ours) as (keyof ReadelfFacts)[]).flatMap((key) => {
    const [left, right] = [listOf(ours[key]), listOf(theirs[key])];
    if (left.length === right.length && left.every((item, index) => item === right[index])) return [];
    return [`${key}: only ours ${shown(left, right)}, only readelf's ${shown(right, left)}`];
  });
}

function listOf(value: string | readonly string[] | undefined): readonly string[] {
  return typeof value === 'object' ? value : [value ?? ''];
}

const MOST_SHOWN = 5;

function shown(items: readonly string[], others: readonly string[]): string {
  const known = new Set(others);
  const own = items.filter((item) => !known.has(item));
  const more = own.length > MOST_SHOWN ? ` and ${own.length - MOST_SHOWN} more` : '';
  return `[${own.slice(0, MOST_SHOWN).join(', ')}${more}]`;
}
