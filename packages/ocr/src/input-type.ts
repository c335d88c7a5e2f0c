/** What an input is by its first bytes. */
export interface InputType {
  /** What it is called in a sentence. */
  readonly name: string;
  /** How it is opened; undefined when it is not read. */
  readonly kind: 'image' | 'bmp' | 'pdf' | undefined;
}

interface Signature {
  readonly type: InputType;
  readonly matches: (bytes: Uint8Array) => boolean;
}

const SIGNATURES: readonly Signature[] = [
  // https://www.w3.org/TR/png-3/#3PNGsignature
  { type: { name: 'a PNG', kind: 'image' }, matches: startsWith(0, '\x89PNG\r\n\x1a\n') },
  // ITU-T T.81, B.2.1: SOI (FFD8), then the marker of the first segment (FF..).
  { type: { name: 'a JPEG', kind: 'image' }, matches: startsWith(0, '\xff\xd8\xff') },
  // https://developers.google.com/speed/webp/docs/riff_container
  {
    type: { name: 'a WebP', kind: 'image' },
    matches: (bytes) => startsWith(0, 'RIFF')(bytes) && startsWith(8, 'WEBP')(bytes),
  },
  // https://www.w3.org/Graphics/GIF/spec-gif89a.txt, section 17
  {
    type: { name: 'a GIF', kind: 'image' },
    matches: (bytes) => startsWith(0, 'GIF87a')(bytes) || startsWith(0, 'GIF89a')(bytes),
  },
  {
    // https://learn.microsoft.com/windows/win32/api/wingdi/ns-wingdi-bitmapfileheader: four bytes after the size are zero.
    type: { name: 'a BMP', kind: 'bmp' },
    matches: (bytes) => startsWith(0, 'BM')(bytes) && startsWith(6, '\0\0\0\0')(bytes),
  },
  { type: { name: 'a PDF', kind: 'pdf' }, matches: startsWith(0, '%PDF-') },
  { type: { name: 'a ZIP archive', kind: undefined }, matches: startsWith(0, 'PK\x03\x04') },
  {
    // TIFF 6.0, section 2; 43 in place of 42 is BigTIFF (https://libtiff.gitlab.io/libtiff/specification/bigtiff.html).
    type: { name: 'a TIFF', kind: 'image' },
    matches: (bytes) => ['II*\0', 'MM\0*', 'II+\0', 'MM\0+'].some((start) => startsWith(0, start)(bytes)),
  },
  { type: { name: 'a HEIF or AVIF', kind: undefined }, matches: startsWith(4, 'ftyp') },
  {
    type: { name: 'an SVG', kind: undefined },
    matches: (bytes) => /^\s*(<\?xml[^>]*>|<!--[\s\S]*?-->|<!DOCTYPE svg[^>]*>|\s)*<svg[\s>]/i.test(beginning(bytes)),
  },
  {
    type: { name: 'an HTML page', kind: undefined },
    matches: (bytes) => /^\s*(<!doctype html|<html|<head|<body)/i.test(beginning(bytes)),
  },
  // What a mail or a printer put in front of a PDF is passed over, as PDFium and Acrobat do (ISO 32000-1, Annex H, note 13).
  { type: { name: 'a PDF', kind: 'pdf' }, matches: (bytes) => beginning(bytes).includes('%PDF-') },
];

/** Decides by content, never by a name or a declared type, and before any decoder sees the bytes. */
export function inputTypeOf(bytes: Uint8Array): InputType {
  const found = SIGNATURES.find(({ matches }) => matches(bytes));
  return found?.type ?? { name: 'of no known type', kind: undefined };
}

function startsWith(offset: number, text: string): (bytes: Uint8Array) => boolean {
  return (bytes) => [...text].every((character, index) => bytes[offset + index] === character.charCodeAt(0));
}

/** The first kilobyte as text, without a byte order mark. */
function beginning(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.subarray(0, 1024));
}
