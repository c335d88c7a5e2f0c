import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

// The part of opentype.js that is used here; the package ships no types.
interface Glyph {
  readonly advanceWidth?: number;
  getPath(x: number, baseline: number, fontSize: number): { readonly commands: readonly Command[] };
}

/** A command of an SVG path with the coordinates that it takes. */
interface Command {
  readonly type: 'M' | 'L' | 'Q' | 'C' | 'Z';
  readonly x1?: number;
  readonly y1?: number;
  readonly x2?: number;
  readonly y2?: number;
  readonly x?: number;
  readonly y?: number;
}

interface Font {
  readonly unitsPerEm: number;
  charToGlyph(character: string): Glyph;
  getKerningValue(left: Glyph, right: Glyph): number;
}

export type FontName = 'DejaVuSans' | 'DejaVuSans-Bold' | 'DejaVuSerif' | 'DejaVuSerif-Bold' | 'DejaVuSansMono';

export interface TextOutline {
  /** The `d` attribute of an SVG path. */
  readonly path: string;
  /** Pixels. */
  readonly width: number;
}

const loaded = new Map<FontName, Font>();

/** A font of the npm package `dejavu-fonts-ttf`: the same letters on every machine, whatever fonts it has. */
function loadFont(name: FontName): Font {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const { parse } = require('opentype.js') as { parse(font: ArrayBuffer): Font };
  const font = parse(new Uint8Array(readFileSync(require.resolve(`dejavu-fonts-ttf/ttf/${name}.ttf`))).buffer);
  loaded.set(name, font);
  return font;
}

/**
 * The outline of a text that begins at `x`, letter by letter with the font's kerning. The library's own text layout is not used:
 * it cannot run this font's substitutions.
 */
export function outlineOf(text: string, name: FontName, size: number, x = 0, baseline = 0): TextOutline {
  const font = loadFont(name);
  const scale = size / font.unitsPerEm;
  const paths: string[] = [];
  let [width, previous]: [number, Glyph | undefined] = [0, undefined];
  for (const character of text) {
    const glyph = font.charToGlyph(character);
    if (previous !== undefined) width += font.getKerningValue(previous, glyph) * scale;
    paths.push(...glyph.getPath(x + width, baseline, size).commands.map(pathData));
    width += (glyph.advanceWidth ?? 0) * scale;
    previous = glyph;
  }
  return { path: paths.join(''), width };
}

/** The library's own `toPathData` writes NaN for a coordinate that lies within a rounding error of a whole number. */
function pathData({ type, x1, y1, x2, y2, x, y }: Command): string {
  const coordinates = [x1, y1, x2, y2, x, y].filter((coordinate) => coordinate !== undefined);
  return type + coordinates.map((coordinate) => coordinate.toFixed(2)).join(' ');
}
