import type { BinaryKind } from '../../formats/binary.ts';
import { isLibraryName, type Native } from '../native.ts';
import { defineRule } from '../rule.ts';
import { foreignPlace } from '../stand-in.ts';

export default defineRule({
  id: 'wrong-binary-format',
  severity: 'error',
  isOfFile: true,
  modes: ['R05', 'R06', 'R26', 'R29', 'N03'],
  summary: 'A native file is not the ELF file that Lambda loads',
  why: 'Lambda runs Linux, which loads ELF files only. A library built on macOS or Windows, an empty file or the pointer that Git LFS leaves in its place fails when it is imported, with a message such as `invalid ELF header` or `file too short` that does not say which system it was built for.',
  messages: ['….so: invalid ELF header', '….so: file too short'],
  fix: '{rebuild}: that takes files for Linux on every machine. Where the file is one of your own, build it on Linux; where it is a Git LFS pointer, run `git lfs pull` first.',
  *check(layer) {
    for (const native of layer.natives) {
      if (native.kind === 'elf' && native.damage === undefined) continue;
      const place = foreignPlace(layer, native, messageFor(native, layer.target.label));
      if (!isForeignName(native)) yield place;
      else if (place.severity !== undefined) yield { ...place, severity: 'note' };
      else yield { ...place, severity: 'note', message: `${place.message}; nothing opens a file of this name there` };
    }
  },
});

/** A file of another system under a name of that system (`.dll`, `.dylib`, `.exe`): dead weight, but nothing tries to load it. */
function isForeignName({ path, kind }: Native): boolean {
  return (kind === 'mach-o' || kind === 'pe') && !isLibraryName(path) && /\.(?:dylib|dll|exe|pyd)$/i.test(path);
}

const FORMATS: Readonly<Record<BinaryKind, string>> = {
  elf: 'an ELF file',
  'mach-o': 'a Mach-O file (macOS)',
  pe: 'a PE file (Windows)',
  ar: 'a static archive',
  zip: 'a zip file',
  wasm: 'a WebAssembly module',
  'git-lfs-pointer': 'a Git LFS pointer',
  text: 'a text',
  empty: 'an empty file',
  unknown: 'a file of no known format',
};

function messageFor({ kind, cpus, damage }: Native, label: string): string {
  if (damage !== undefined) return `is ${FORMATS[kind]} that cannot be loaded: ${damage}`;
  const forCpus = cpus.length === 0 ? '' : ` for ${cpus.join(' and ')}`;
  return `is ${FORMATS[kind]}${forCpus}, but ${label} loads ELF files`;
}
