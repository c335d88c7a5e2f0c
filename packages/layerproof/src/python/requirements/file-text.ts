// https://pip.pypa.io/en/stable/reference/requirements-file-format/#encoding and `auto_decode` in pip/_internal/utils/encoding.py
import { isFault } from '@ocr-pipeline/fault';
import { badRequirementLine } from './faults.ts';

/** Byte order marks by what they begin; the longer ones first, as UTF-32 LE begins with the mark of UTF-16 LE. */
const MARKS = [
  { mark: [0xff, 0xfe, 0, 0], encoding: 'utf-32le' },
  { mark: [0, 0, 0xfe, 0xff], encoding: 'utf-32be' },
  { mark: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' },
] as const;

/** In the first two lines, as for Python's own sources (PEP 263). */
const DECLARATION = /^[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)/;

/**
 * The text of a requirements file: by its byte order mark, else by a comment such as `# -*- coding: latin-1 -*-` (PEP 263), else as
 * UTF-8.
 *
 * @throws Fault `bad-requirement-line` for an encoding that is not known, or bytes that are not of it.
 */
export function fileText(bytes: Uint8Array, label: string): string {
  const marked = MARKS.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte));
  if (marked !== undefined) return decoded(bytes.subarray(marked.mark.length), marked.encoding, label);
  const head = Buffer.from(bytes.subarray(0, 1000)).toString('latin1').split('\n').slice(0, 2);
  const declared = head.map((line) => DECLARATION.exec(line)?.[1]).find((name) => name !== undefined);
  return decoded(bytes, declared ?? 'utf-8', label);
}

function decoded(bytes: Uint8Array, encoding: string, label: string): string {
  try {
    if (encoding.startsWith('utf-32')) return utf32(bytes, encoding === 'utf-32le', label);
    return new TextDecoder(webName(encoding), { fatal: true }).decode(bytes);
  } catch (cause) {
    if (isFault(cause)) throw cause;
    throw badRequirementLine(label, `its bytes are not text in ${encoding}`, cause);
  }
}

/** The name that `TextDecoder` knows (WHATWG Encoding Standard) for one of Python's. */
function webName(encoding: string): string {
  const name = encoding.toLowerCase().replaceAll('_', '-');
  if (name === 'latin-1' || name === 'l1') return 'iso-8859-1';
  return name.replace(/^cp(125\d)$/, 'windows-$1');
}

function utf32(bytes: Uint8Array, isLittle: boolean, label: string): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let text = '';
  for (let at = 0; at + 4 <= bytes.length; at += 4) {
    const point = view.getUint32(at, isLittle);
    if (point > 0x10_ff_ff) throw badRequirementLine(label, 'its bytes are not text in UTF-32');
    text += String.fromCodePoint(point);
  }
  return text;
}
