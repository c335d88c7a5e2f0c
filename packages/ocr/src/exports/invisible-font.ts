import { type PDFContext, type PDFRef, PDFString } from '@cantoo/pdf-lib';
import { ASCENT, DESCENT, GLYPH_WIDTH, glyphlessFont } from './glyphless-font.ts';

/** A font of a PDF that draws nothing and can be copied and searched. */
export interface InvisibleFont {
  readonly font: PDFRef;
  /** The text as a PDF hex string of two-byte codes. */
  encode(text: string): string;
}

const NAME = 'GlyphlessFont';
/** A `bfchar` section has at most 100 entries (Adobe technical note 5014, section 1.5). */
const ENTRIES = 100;

/**
 * Puts the font into a PDF. Each distinct character of `text` gets a code, by code point, so any Unicode text works and the same
 * text gives the same font.
 */
export function embedInvisibleFont(context: PDFContext, text: string): InvisibleFont {
  const characters = [...new Set(text)].toSorted((a, b) => (a.codePointAt(0) ?? 0) - (b.codePointAt(0) ?? 0));
  const codes = new Map(characters.map((character, index) => [character, hex(index + 1)]));
  const descendant = context.register(context.obj(cidFont(context, characters.length + 1)));
  const font = context.obj({
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: NAME,
    Encoding: 'Identity-H',
    DescendantFonts: [descendant],
    ToUnicode: context.register(context.flateStream(toUnicode(codes))),
  });
  return {
    font: context.register(font),
    encode: (word) => `<${[...word].map((character) => codes.get(character) ?? hex(0)).join('')}>`,
  };
}

/** ISO 32000-2, 9.7.4: a CIDFont of TrueType outlines, whose codes all map to glyph 1. */
function cidFont(context: PDFContext, codes: number) {
  const file = glyphlessFont();
  const glyphs = new Uint8Array(codes * 2).map((_, index) => index % 2);
  const descriptor = context.obj({
    Type: 'FontDescriptor',
    FontName: NAME,
    Flags: 4, // symbolic: not the Latin character set
    FontBBox: [0, DESCENT, GLYPH_WIDTH, ASCENT],
    ItalicAngle: 0,
    Ascent: ASCENT,
    Descent: DESCENT,
    CapHeight: ASCENT,
    StemV: 80,
    FontFile2: context.register(context.flateStream(file, { Length1: file.length })),
  });
  return {
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: NAME,
    CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
    FontDescriptor: context.register(descriptor),
    DW: GLYPH_WIDTH,
    CIDToGIDMap: context.register(context.flateStream(glyphs)),
  };
}

/** The CMap that gives codes back their characters, in UTF-16BE (ISO 32000-2, 9.10.3). */
function toUnicode(codes: ReadonlyMap<string, string>): string {
  const entries = [...codes].map(([character, code]) => `<${code}> <${utf16(character)}>`);
  const sections: string[] = [];
  for (let start = 0; start < entries.length; start += ENTRIES) {
    const section = entries.slice(start, start + ENTRIES);
    sections.push(`${section.length} beginbfchar`, ...section, 'endbfchar');
  }
  return [
    '/CIDInit /ProcSet findresource begin',
    '12 dict begin',
    'begincmap',
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
    '/CMapName /Adobe-Identity-UCS def',
    '/CMapType 2 def',
    '1 begincodespacerange',
    '<0000> <FFFF>',
    'endcodespacerange',
    ...sections,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
    '',
  ].join('\n');
}

function utf16(character: string): string {
  return Array.from({ length: character.length }, (_, index) => hex(character.charCodeAt(index))).join('');
}

function hex(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, '0');
}
