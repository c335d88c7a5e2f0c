/**
 * Reads a file by pieces, hashes them, and writes them to a new file: what any maker of the same bytes has to do at least.
 *
 *   node copy.ts FROM TO
 */
import { createHash } from 'node:crypto';
import { closeSync, openSync, readSync, writeSync } from 'node:fs';

/** As large as the pieces that layerproof writes. */
const PIECE = 256 * 1024;

const [from = '', to = ''] = process.argv.slice(2);
const hash = createHash('sha256');
const buffer = Buffer.allocUnsafe(PIECE);
const source = openSync(from, 'r');
const copy = openSync(to, 'wx');
for (let read = readSync(source, buffer); read > 0; read = readSync(source, buffer)) {
  const piece = buffer.subarray(0, read);
  hash.update(piece);
  for (let written = 0; written < read;) written += writeSync(copy, piece, written);
}
closeSync(source);
closeSync(copy);
console.log(hash.digest('hex'));
