import { isUtf8 } from 'node:buffer';
import { zipBadDirectory } from './faults.ts';

/** Code page 437, upper half (APPNOTE.TXT D.1: the encoding of names without the UTF-8 flag). */
const UPPER_437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐' +
  '└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u00a0';

const UTF8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/**
 * The name of a zip entry as text. Zips made on macOS hold UTF-8 without saying so, hence UTF-8 is tried first in any case.
 *
 * @throws Fault `zip-bad-directory` for a name with a zero byte, which ends the name for one reader and not for another, and
 * for one that says it is UTF-8 and is not.
 */
export function decodeZipName(file: string, bytes: Uint8Array, saysUtf8: boolean): string {
  const ascii = asciiOf(bytes);
  if (ascii !== undefined) return ascii;
  if (bytes.includes(0)) throw zipBadDirectory(file, 'the name of an entry has a zero byte');
  try {
    return UTF8.decode(bytes);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    if (saysUtf8) throw zipBadDirectory(file, 'the name of an entry says that it is UTF-8, but is not');
    return Array.from(bytes, (byte) => (byte < 0x80 ? String.fromCharCode(byte) : UPPER_437.charAt(byte - 0x80))).join(
      '',
    );
  }
}

/** True for a name that is the same for every reader, whatever encoding it takes names for. */
export function isUtf8Name(bytes: Uint8Array): boolean {
  return isUtf8(bytes);
}

/** The text when it is of printable ASCII, as most names are: then every encoding says the same. */
function asciiOf(bytes: Uint8Array): string | undefined {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  return /[^ -~]/.test(text) ? undefined : text;
}
