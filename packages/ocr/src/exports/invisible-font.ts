import { type PDFContext, PDFName, type PDFRef, PDFString } from '@cantoo/pdf-lib';
import { covers, type Reach, reachesFor, reachOf } from './font-reach.ts';
import { GLYPH_WIDTH, glyphlessFont } from './glyphless-font.ts';
import { HYPHEN_AT_END, type LaidPiece } from './laid-text.ts';

/**
 * A font of a PDF that draws nothing and can be copied and searched. It comes in as many variants as heights are
 * needed: readers of PDF take the place of text from its font's ascent and descent.
 */
export interface InvisibleFont {
  /** The name of a variant that covers the piece: of `preferred` if it does. */
  variantFor(piece: LaidPiece, preferred: string): string;
  /** The text as a PDF string. */
  encode(text: string): string;
  /** How wide the text is, in font sizes. */
  widthOf(text: string): number;
  /** White space that holds together what is read together, about as wide as this, in font sizes. */
  blank(width: number): string;
  /** Every variant, by its name. */
  variants(): ReadonlyMap<string, PDFRef>;
}

const NAME = 'GlyphlessFont';
/** A `bfchar` section has at most 100 entries (Adobe technical note 5014, section 1.5). */
const ENTRIES = 100;
/** Printable ASCII keeps its code, so that text is compressed as text. */
const ASCII = { first: 0x20, last: 0x7e };
const FIRST_OTHER = 0x80;
/** The glyph of a variant has its middle this near, in thousandths of the font size. */
const SAME_MIDDLE = 100;
/** What a reader finds as two spaces; widths in thousandths of the font size, the widest first. */
const BLANKS: readonly (readonly [character: string, width: number])[] = [
  ['\u0001', 8000],
  ['\u0003', 2000],
  ['\u0004', 500],
];
/** A space is half as wide as a letter. */
const OTHER_WIDTHS: ReadonlyMap<string, number> = new Map([...BLANKS, [' ', GLYPH_WIDTH / 2]]);
/** What codes of our own are copied as. */
const MEANINGS: ReadonlyMap<string, string> = new Map([
  ...BLANKS.map(([character]) => [character, '  '] as const),
  [HYPHEN_AT_END, '- '],
]);

/**
 * Puts the font for these pieces into a PDF. Each of their characters that is not ASCII gets a code, by code point, so any Unicode text works and
 * the same text gives the same font. Variants are named `prefix` and a number.
 */
export function embedInvisibleFont(context: PDFContext, pieces: readonly LaidPiece[], prefix: string): InvisibleFont {
  const codes = codesOf(pieces);
  const reaches = reachesFor(pieces);
  const shared = sharedParts(context, codes, reaches);
  const variants = new Map(reaches.map((reach, index) => [`${prefix}${index}`, reach]));
  const refs = new Map([...variants].map(([name, reach]) => [name, registerVariant(context, shared, reach)]));
  return {
    variantFor(piece, preferred) {
      const needed = reachOf(piece);
      const last = variants.get(preferred);
      if (last !== undefined && covers(last, needed)) return preferred;
      const found = [...variants].find(([, reach]) => covers(reach, needed));
      if (found === undefined) throw new Error('The font was not made for this piece');
      return found[0];
    },
    widthOf: (word) => [...word].reduce((sum, character) => sum + widthOf(character), 0) / 1000,
    blank: blanksOf,
    encode: (word) => literal([...word].map((character) => codes.get(character) ?? 0)),
    variants: () => refs,
  };
}

function widthOf(character: string): number {
  return OTHER_WIDTHS.get(character) ?? GLYPH_WIDTH;
}

function blanksOf(width: number): string {
  const narrowest = Math.min(...BLANKS.map(([, each]) => each));
  let left = Math.max(1, Math.round((1000 * width) / narrowest)) * narrowest;
  return BLANKS.map(([character, each]) => {
    const count = Math.floor(left / each);
    left -= count * each;
    return character.repeat(count);
  }).join('');
}

function codesOf(pieces: readonly LaidPiece[]): ReadonlyMap<string, number> {
  const codes = new Map<string, number>();
  for (const own of MEANINGS.keys()) codes.set(own, codePoint(own));
  for (let code = ASCII.first; code <= ASCII.last; code++) codes.set(String.fromCharCode(code), code);
  const others = [...new Set(pieces.flatMap(({ text }) => [...text]))].filter((character) => !codes.has(character));
  others
    .toSorted((a, b) => codePoint(a) - codePoint(b))
    .forEach((character, index) => codes.set(character, FIRST_OTHER + index));
  return codes;
}

function codePoint(character: string): number {
  return character.codePointAt(0) ?? 0;
}

/** A string of two-byte codes; what would end it is escaped (ISO 32000-2, 7.3.4.2). */
function literal(codes: readonly number[]): string {
  const bytes = String.fromCharCode(...codes.flatMap((code) => [code >> 8, code & 0xff]));
  return `(${bytes.replaceAll(/[()\\]/g, (byte) => `\\${byte}`).replaceAll('\r', String.raw`\r`)})`;
}

interface SharedParts {
  readonly file: PDFRef;
  readonly toUnicode: PDFRef;
  readonly widths: PDFRef;
  /** Maps every code to the glyph of this reach. */
  mapFor(reach: Reach): PDFRef;
}

function sharedParts(context: PDFContext, codes: ReadonlyMap<string, number>, reaches: readonly Reach[]): SharedParts {
  const middles = middlesOf(reaches);
  const font = glyphlessFont(middles);
  const size = Math.max(...codes.values()) + 1;
  const maps = middles.map((_, glyph) =>
    // Two bytes a code.
    context.register(context.flateStream(new Uint8Array(2 * size).map((__, index) => (index % 2) * (glyph + 1)))),
  );
  return {
    file: context.register(context.flateStream(font, { Length1: font.length })),
    toUnicode: context.register(context.flateStream(toUnicode(codes))),
    widths: context.register(context.obj(otherWidths(codes))),
    mapFor(reach) {
      const map = maps[middles.findIndex((middle) => Math.abs(middle - middleOf(reach)) <= SAME_MIDDLE)];
      if (map === undefined) throw new Error('The font has no glyph for this height');
      return map;
    },
  };
}

function middleOf({ ascent, descent }: Reach): number {
  return Math.round((ascent - descent) / 2);
}

/** As few heights as there can be, each in the middle of those that are near it. */
function middlesOf(reaches: readonly Reach[]): number[] {
  const groups: { first: number; last: number }[] = [];
  for (const middle of reaches.map(middleOf).toSorted((a, b) => a - b)) {
    const group = groups.at(-1);
    if (group !== undefined && middle - group.first <= 2 * SAME_MIDDLE) group.last = middle;
    else groups.push({ first: middle, last: middle });
  }
  return groups.map(({ first, last }) => Math.round((first + last) / 2));
}

/** ISO 32000-2, 9.7.4: a composite font of one CIDFont of TrueType outlines. */
function registerVariant(
  context: PDFContext,
  { file, mapFor, toUnicode: meaning, widths }: SharedParts,
  reach: Reach,
): PDFRef {
  const { ascent, descent } = reach;
  const descriptor = context.obj({
    Type: 'FontDescriptor',
    FontName: NAME,
    Flags: 4, // symbolic: not the Latin character set
    FontBBox: [0, -descent, GLYPH_WIDTH, ascent],
    ItalicAngle: 0,
    Ascent: ascent,
    Descent: -descent,
    CapHeight: ascent,
    StemV: 80,
    FontFile2: file,
  });
  const cidFont = context.obj({
    Type: 'Font',
    Subtype: 'CIDFontType2',
    BaseFont: NAME,
    CIDSystemInfo: { Registry: PDFString.of('Adobe'), Ordering: PDFString.of('Identity'), Supplement: 0 },
    FontDescriptor: context.register(descriptor),
    DW: GLYPH_WIDTH,
    W: widths,
    CIDToGIDMap: mapFor(reach),
  });
  const font = context.obj({
    Type: 'Font',
    Subtype: 'Type0',
    BaseFont: NAME,
    Encoding: PDFName.of('Identity-H'),
    DescendantFonts: [context.register(cidFont)],
    ToUnicode: meaning,
  });
  return context.register(font);
}

/** The widths that are not the usual one (ISO 32000-2, 9.7.4.3). */
function otherWidths(codes: ReadonlyMap<string, number>): (number | number[])[] {
  return [...OTHER_WIDTHS].flatMap(([character, width]) => [codes.get(character) ?? 0, [width]]);
}

/** The CMap that gives codes back their characters, in UTF-16BE (ISO 32000-2, 9.10.3). */
function toUnicode(codes: ReadonlyMap<string, number>): string {
  const isAscii = (code: number) => code >= ASCII.first && code <= ASCII.last;
  const entries = [...codes].flatMap(([character, code]) =>
    isAscii(code) ? [] : [`<${hex(code)}><${utf16(MEANINGS.get(character) ?? character)}>`],
  );
  const sections: string[] = [];
  for (let start = 0; start < entries.length; start += ENTRIES) {
    const section = entries.slice(start, start + ENTRIES);
    sections.push(`${section.length} beginbfchar`, ...section, 'endbfchar');
  }
  return [
    '/CIDInit /ProcSet findresource begin 9 dict begin begincmap',
    '/CMapName/U def/CMapType 2 def',
    '1 begincodespacerange<0000><FFFF>endcodespacerange',
    '1 beginbfrange',
    `<${hex(ASCII.first)}><${hex(ASCII.last)}><${hex(ASCII.first)}>`,
    'endbfrange',
    ...sections,
    'endcmap end end',
    '',
  ].join('\n');
}

function utf16(text: string): string {
  return Array.from({ length: text.length }, (_, index) => hex(text.charCodeAt(index))).join('');
}

function hex(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, '0');
}
