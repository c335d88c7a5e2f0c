import { type PDFContext, PDFName, type PDFRef, PDFString } from '@cantoo/pdf-lib';
import { GLYPH_WIDTH, glyphAround, glyphlessFont } from './glyphless-font.ts';
import { BLANK, HYPHEN_AT_END } from './laid-text.ts';

/**
 * A font of a PDF that draws nothing and can be copied and searched. It comes in as many variants as heights are asked for:
 * readers of PDF take the place of text from its font's ascent and descent.
 */
export interface InvisibleFont {
  /**
   * The name of a variant that reaches about this far above and below the baseline, in font sizes: of `preferred` if it does, of
   * one that is there already, or of a new one.
   */
  reaching(ascent: number, descent: number, preferred: string): string;
  /** The text as a PDF string. */
  encode(text: string): string;
  /** Every variant that was asked for, by its name. */
  variants(): ReadonlyMap<string, PDFRef>;
}

const NAME = 'GlyphlessFont';
/** A `bfchar` section has at most 100 entries (Adobe technical note 5014, section 1.5). */
const ENTRIES = 100;
/** Printable ASCII keeps its code, so that text is compressed as text. */
const ASCII = { first: 0x20, last: 0x7e };
const FIRST_OTHER = 0x80;
/** A space is half as wide as a letter, in thousandths of the font size. */
const SPACE_WIDTH = GLYPH_WIDTH / 2;
/** Variants reach a multiple of this, in thousandths of the font size, and at least as far as is asked for ... */
const STEP = 100;
/** ... but for so much, and up to so much farther: about an eighth of a letter. */
const SHORT = 20;
const FAR = 200;
/** Poppler takes an ascent of 0 for a mistake, and 0.95 in its place. */
const LEAST_ASCENT = 50;
/** What codes of our own are copied as. */
const MEANINGS: ReadonlyMap<string, string> = new Map([
  [BLANK, '  '],
  [HYPHEN_AT_END, '- '],
]);

/**
 * Puts the font into a PDF. Each character of `text` that is not ASCII gets a code, by code point, so any Unicode text works and
 * the same text gives the same font. Variants are named `prefix` and a number.
 */
export function embedInvisibleFont(context: PDFContext, text: string, prefix: string): InvisibleFont {
  const codes = codesOf(text);
  const shared = sharedParts(context, codes);
  const variants = new Map<string, Variant>();
  return {
    reaching(ascent, descent, preferred) {
      const reach = { ascent: Math.max(LEAST_ASCENT, thousandths(ascent)), descent: Math.max(0, thousandths(descent)) };
      const isNear = (variant: Variant | undefined) => variant !== undefined && covers(variant, reach);
      if (isNear(variants.get(preferred))) return preferred;
      const known = [...variants].find(([, variant]) => isNear(variant));
      if (known !== undefined) return known[0];
      const name = `${prefix}${variants.size}`;
      const farther = { ascent: stepped(reach.ascent), descent: stepped(reach.descent) };
      variants.set(name, { ...farther, ref: registerVariant(context, shared, farther) });
      return name;
    },
    encode: (word) => literal([...word].map((character) => codes.get(character) ?? 0)),
    variants: () => new Map([...variants].map(([name, { ref }]) => [name, ref])),
  };
}

/** In thousandths of the font size. */
interface Reach {
  readonly ascent: number;
  readonly descent: number;
}

interface Variant extends Reach {
  readonly ref: PDFRef;
}

function thousandths(share: number): number {
  return Math.round(share * 1000);
}

function stepped(reach: number): number {
  return Math.ceil((reach - SHORT) / STEP) * STEP;
}

function covers(variant: Reach, reach: Reach): boolean {
  const extra = [variant.ascent - reach.ascent, variant.descent - reach.descent];
  return extra.every((more) => more >= -SHORT && more <= FAR);
}

function codesOf(text: string): ReadonlyMap<string, number> {
  const codes = new Map<string, number>();
  for (const own of MEANINGS.keys()) codes.set(own, codePoint(own));
  for (let code = ASCII.first; code <= ASCII.last; code++) codes.set(String.fromCharCode(code), code);
  const others = [...new Set(text)].filter((character) => !codes.has(character));
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
  /** Maps every code to one glyph. */
  mapTo(glyph: number): PDFRef;
}

function sharedParts(context: PDFContext, codes: ReadonlyMap<string, number>): SharedParts {
  const font = glyphlessFont();
  const size = Math.max(...codes.values()) + 1;
  const maps = new Map<number, PDFRef>();
  return {
    file: context.register(context.flateStream(font, { Length1: font.length })),
    toUnicode: context.register(context.flateStream(toUnicode(codes))),
    mapTo(glyph) {
      // Two bytes a code.
      const bytes = new Uint8Array(2 * size).map((_, index) => (index % 2) * glyph);
      const map = maps.get(glyph) ?? context.register(context.flateStream(bytes));
      maps.set(glyph, map);
      return map;
    },
  };
}

/** ISO 32000-2, 9.7.4: a composite font of one CIDFont of TrueType outlines. */
function registerVariant(
  context: PDFContext,
  { file, mapTo, toUnicode: meaning }: SharedParts,
  { ascent, descent }: Reach,
): PDFRef {
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
    W: [ASCII.first, [SPACE_WIDTH]],
    CIDToGIDMap: mapTo(glyphAround((ascent - descent) / 2)),
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

/** The CMap that gives codes back their characters, in UTF-16BE (ISO 32000-2, 9.10.3). */
function toUnicode(codes: ReadonlyMap<string, number>): string {
  const isAscii = (code: number) => code >= ASCII.first && code <= ASCII.last;
  const entries = [...codes].flatMap(([character, code]) =>
    isAscii(code) ? [] : [`<${hex(code)}> <${utf16(MEANINGS.get(character) ?? character)}>`],
  );
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
    '1 beginbfrange',
    `<${hex(ASCII.first)}> <${hex(ASCII.last)}> <${hex(ASCII.first)}>`,
    'endbfrange',
    ...sections,
    'endcmap',
    'CMapName currentdict /CMap defineresource pop',
    'end',
    'end',
    '',
  ].join('\n');
}

function utf16(text: string): string {
  return Array.from({ length: text.length }, (_, index) => hex(text.charCodeAt(index))).join('');
}

function hex(code: number): string {
  return code.toString(16).toUpperCase().padStart(4, '0');
}
