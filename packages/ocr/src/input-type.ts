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

/** What is read, before what may look like it. */
const READ: readonly Signature[] = [
  // https://www.w3.org/TR/png-3/#3PNGsignature
  image('a PNG', startsWith(0, '\x89PNG\r\n\x1a\n')),
  // ITU-T T.81, B.2.1: SOI (FFD8), then the marker of the first segment (FF..).
  image('a JPEG', startsWith(0, '\xff\xd8\xff')),
  // https://developers.google.com/speed/webp/docs/riff_container
  image('a WebP', (bytes) => startsWith(0, 'RIFF')(bytes) && startsWith(8, 'WEBP')(bytes)),
  // https://www.w3.org/Graphics/GIF/spec-gif89a.txt, section 17
  image('a GIF', startsWith(0, 'GIF87a', 'GIF89a')),
  // TIFF 6.0, section 2; 43 in place of 42 is BigTIFF (https://libtiff.gitlab.io/libtiff/specification/bigtiff.html).
  image('a TIFF', startsWith(0, 'II*\0', 'MM\0*', 'II+\0', 'MM\0+')),
  {
    // https://learn.microsoft.com/windows/win32/api/wingdi/ns-wingdi-bitmapfileheader: four bytes after the size are zero.
    type: { name: 'a BMP', kind: 'bmp' },
    matches: (bytes) => startsWith(0, 'BM')(bytes) && startsWith(6, '\0\0\0\0')(bytes),
  },
  { type: { name: 'a PDF', kind: 'pdf' }, matches: startsWith(0, '%PDF-') },
];

/** What people send and is not read, so that the answer can name it. */
const NOT_READ: readonly Signature[] = [
  // ISO/IEC 29500-2: an Office file is a ZIP with this part, which the programs of all makers write first.
  unread('an Office file (docx, xlsx, pptx)', (bytes) => isZip(bytes) && startsWith(30, '[Content_Types].xml')(bytes)),
  // OpenDocument 1.3, part 2, 3.3: the media type is the first file, uncompressed.
  unread(
    'an OpenDocument file (odt, ods, odp)',
    (bytes) => isZip(bytes) && startsWith(30, 'mimetypeapplication/vnd.oasis.opendocument')(bytes),
  ),
  unread('a ZIP archive', isZip),
  // [MS-CFB] 2.2: the header of a compound file.
  unread('an old Office file (doc, xls, ppt)', startsWith(0, '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1')),
  // ISO/IEC 23008-12, 10: the brand stands in the first box.
  unread('a HEIC', startsWith(4, 'ftypheic', 'ftypheix', 'ftyphevc')),
  unread('an AVIF', startsWith(4, 'ftypavif', 'ftypavis')),
  unread('a HEIC or AVIF', startsWith(4, 'ftypmif1', 'ftypmsf1')),
  unread('a film', startsWith(4, 'ftyp')),
  // Adobe Photoshop File Formats Specification, "File Header Section"
  unread('a Photoshop file', startsWith(0, '8BPS')),
  // ISO/IEC 15444-1, Annex I.5.1, and the codestream alone.
  unread('a JPEG 2000', startsWith(0, '\0\0\0\x0cjP  \r\n\x87\n', '\xff\x4f\xff\x51')),
  // ISO/IEC 18181-2, 9.1, and the codestream alone.
  unread('a JPEG XL', startsWith(0, '\0\0\0\x0cJXL \r\n\x87\n', '\xff\x0a')),
  unread('a DjVu', startsWith(0, 'AT&TFORM')),
  unread('PostScript', startsWith(0, '%!PS')),
  unread('rich text (RTF)', startsWith(0, '{\\rtf')),
  unread('a gzip archive', startsWith(0, '\x1f\x8b')),
  // Each part can end in one place only: where comments could be taken together, a kilobyte of them was tried for years.
  unread('an SVG', (bytes) =>
    /^(<\?xml[^>]*>|<!--((?!-->)[\s\S])*-->|<!DOCTYPE svg[^>]*>|\s)*<svg[\s>]/i.test(beginning(bytes)),
  ),
  unread('an HTML page', (bytes) => /^\s*(<!doctype html|<html|<head|<body)/i.test(beginning(bytes))),
];

/** What a mail or a printer put in front of a PDF is passed over, as PDFium and Acrobat do (ISO 32000-1, Annex H, note 13). */
const WRAPPED: readonly Signature[] = [
  { type: { name: 'a PDF', kind: 'pdf' }, matches: (bytes) => beginning(bytes).includes('%PDF-') },
];

const SIGNATURES = [...READ, ...NOT_READ, ...WRAPPED];

/** Decides by content, never by a name or a declared type, and before any decoder sees the bytes. */
export function inputTypeOf(bytes: Uint8Array): InputType {
  const found = SIGNATURES.find(({ matches }) => matches(bytes));
  return found?.type ?? { name: 'of no known type', kind: undefined };
}

const DECLARED: Readonly<Record<string, string>> = {
  'application/pdf': 'a PDF',
  'image/png': 'a PNG',
  'image/jpeg': 'a JPEG',
  'image/tiff': 'a TIFF',
  'image/webp': 'a WebP',
  'image/gif': 'a GIF',
  'image/bmp': 'a BMP',
  'image/x-ms-bmp': 'a BMP',
};

/** What a media type is called in a sentence; undefined for those that are not read. */
export function declaredName(mediaType: string | undefined): string | undefined {
  return mediaType === undefined ? undefined : DECLARED[mediaType];
}

function image(name: string, matches: Signature['matches']): Signature {
  return { type: { name, kind: 'image' }, matches };
}

function unread(name: string, matches: Signature['matches']): Signature {
  return { type: { name, kind: undefined }, matches };
}

function isZip(bytes: Uint8Array): boolean {
  return startsWith(0, 'PK\x03\x04')(bytes);
}

/** Whether one of `texts` stands at `offset`. */
function startsWith(offset: number, ...texts: readonly string[]): (bytes: Uint8Array) => boolean {
  return (bytes) =>
    texts.some((text) => [...text].every((character, index) => bytes[offset + index] === character.charCodeAt(0)));
}

/** The first kilobyte as text, without a byte order mark. */
function beginning(bytes: Uint8Array): string {
  return new TextDecoder().decode(bytes.subarray(0, 1024));
}
