import { posix } from 'node:path';
import { inflateHead } from '../../formats/inflate-head.ts';
import type { ImageEntry } from '../../image/entry.ts';

/** What files of these endings start with when they are what pruning takes them for. Proteins too lie in files named `.pdb`. */
const STARTS: Readonly<Record<string, string>> = {
  // ar(5).
  '.a': '!<arch>\n',
  // https://llvm.org/docs/PDB/MsfFile.html
  '.pdb': 'Microsoft C/C++ MSF',
};

const ENDING = /\.(?:a|pdb)$/i;

/** False for a file whose bytes are not of the kind that its name stands for. */
export function isWhatItsNameSays(entry: ImageEntry): boolean {
  const start = ENDING.test(entry.path) ? STARTS[posix.extname(entry.path).toLowerCase()] : undefined;
  return start === undefined || Buffer.from(headOf(entry, start.length)).toString('latin1') === start;
}

function headOf(entry: ImageEntry, length: number): Uint8Array {
  const { compressed } = entry;
  const piece = compressed?.pieces?.()[Symbol.iterator]().next().value;
  if (compressed === undefined || piece === undefined) return entry.read().subarray(0, length);
  const head = compressed.method === 0 ? piece.subarray(0, length) : inflateHead(piece, length);
  return head ?? entry.read().subarray(0, length);
}
