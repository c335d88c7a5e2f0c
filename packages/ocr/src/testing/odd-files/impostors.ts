import { gzipSync } from 'node:zlib';
import { pdfOf } from '../pdf.ts';
import { ascii, type OddFile, oddFile, picture, QUARTERED } from './odd-file.ts';

/** A ZIP whose first file has this name and content, uncompressed (APPNOTE.TXT, 4.3.7). */
function zip(name: string, content: string): Buffer {
  const head = Buffer.alloc(30);
  head.write('PK\x03\x04', 'latin1');
  head.writeUInt32LE(content.length, 18);
  head.writeUInt32LE(content.length, 22);
  head.writeUInt16LE(name.length, 26);
  return Buffer.concat([head, ascii(name), ascii(content)]);
}

/** What is not read, however it is called. */
const UNREAD: readonly (readonly [name: string, bytes: Uint8Array])[] = [
  ['an HTML page', ascii('<!DOCTYPE html>\n<html><body>Please sign in</body></html>')],
  ['a ZIP archive', zip('invoice.pdf', '%PDF-1.7')],
  ['an Office file', zip('[Content_Types].xml', '<Types/>')],
  ['an OpenDocument file', zip('mimetype', 'application/vnd.oasis.opendocument.text')],
  ['an old Office file', ascii('\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0')],
  ['a HEIC', ascii('\0\0\0\x18ftypheic\0\0\0\0mif1heic')],
  ['an AVIF', ascii('\0\0\0\x18ftypavif\0\0\0\0mif1avif')],
  ['an SVG', ascii('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><text>Hello</text></svg>')],
  ['a Photoshop file', ascii('8BPS\0\x01\0\0\0\0\0\0\0\x03')],
  ['a JPEG 2000', ascii('\0\0\0\x0cjP  \r\n\x87\n')],
  ['a JPEG XL', ascii('\0\0\0\x0cJXL \r\n\x87\n')],
  ['a film', ascii('\0\0\0\x18ftypisom')],
  ['a DjVu', ascii('AT&TFORM\0\0\0\x10DJVU')],
  ['PostScript', ascii('%!PS-Adobe-3.0\n(Hello) show')],
  ['rich text', ascii('{\\rtf1 Hello}')],
  ['a gzip archive', gzipSync('Hello')],
  ['text', ascii('Dear Sir or Madam,\n')],
  ['nothing but comments', ascii('<!---->'.repeat(200))],
  ['one byte', ascii('%')],
  ['a megabyte of zeros', Buffer.alloc(1e6)],
];

const small = () => picture().png().toBuffer();

export const IMPOSTORS: readonly OddFile[] = [
  oddFile('nothing', 'input-empty', () => Buffer.alloc(0)),
  oddFile('nothing, called a PDF', 'input-empty', () => Buffer.alloc(0), { declaredType: 'application/pdf' }),
  oddFile('more than 500 MB', 'input-too-large', () => Buffer.alloc(500 * 1024 * 1024 + 1)),
  ...UNREAD.map(([name, bytes]) => oddFile(name, 'unsupported-type', () => bytes)),
  ...UNREAD.map(([name, bytes]) =>
    oddFile(`${name}, called a PDF`, 'not-as-declared', () => bytes, { declaredType: 'application/pdf' }),
  ),
  oddFile('an HTML page, called a picture', 'not-as-declared', () => ascii('<html></html>'), {
    declaredType: 'image/jpeg',
  }),
  oddFile('text, called what is not read', 'unsupported-type', () => ascii('Dear'), { declaredType: 'text/plain' }),
  oddFile('a PNG, called a PDF', QUARTERED, small, { declaredType: 'application/pdf' }),
  oddFile('a PNG, called nothing that is known', QUARTERED, small, { declaredType: 'application/octet-stream' }),
  oddFile('a PDF, called a PNG', '300x300 white', () => pdfOf(async (pdf) => pdf.addPage([72, 72])), {
    declaredType: 'image/png',
  }),
  oddFile('a page that was asked for and is not there', 'page-not-there', small, { pages: '2' }),
  oddFile('pages that are asked for in no way', 'bad-page-ranges', small, { pages: '2-1' }),
];
