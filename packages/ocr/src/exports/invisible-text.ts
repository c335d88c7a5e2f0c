import type { Matrix } from './image-placement.ts';
import type { InvisibleFont } from './invisible-font.ts';
import { BLANK, type LaidPiece } from './laid-text.ts';
import { visualOrder } from './visual-order.ts';

/**
 * The content that lays the text of a page invisibly (rendering mode 3) over its picture, in reading order: each word stretched
 * onto its box, so that selecting and copying follow the picture.
 *
 * @param height Of the upright page, in pixels.
 * @param placement Takes pixels of the upright page (origin at its lower left, y upward) to points of the PDF's page.
 */
export function invisibleText(
  laid: readonly LaidPiece[],
  height: number,
  font: InvisibleFont,
  placement: Matrix,
): string {
  const matrix = placement.map((value) => Number(value.toFixed(6))).join(' ');
  let fontName = '';
  const pieces = laid.map((piece) => {
    const each = placed(piece, height, font, fontName);
    fontName = each.fontName;
    return each;
  });
  return `q\n${matrix} cm\nBT\n3 Tr\n${operatorsOf(pieces, font)}\nET\nQ\n`;
}

// How far the text may be from its box: no more than a stroke of its letters is wide, in font sizes, and a pixel in any case.
const SHORTER = 0.04;
const LONGER = 0.12;
const START_TOLERANCE = 0.03;
const STRETCH_STEPS = [20, 10, 5, 1] as const;
/** Moves are multiples of this, in thousandths of the font size. */
const MOVE_STEP = 25;

/** A piece with all that is written of it; whole pixels are finer than any reading is. */
interface PlacedText {
  /** Undefined of a blank. */
  readonly text: string | undefined;
  readonly x: number;
  readonly y: number;
  readonly fontName: string;
  readonly fontSize: number;
  /** Of what it covers, in pixels. */
  readonly width: number;
  /** The stretches, as shares, that lay it on its box well enough. */
  readonly least: number;
  readonly most: number;
}

/** Pieces that go on from each other to the right with one font and one stretch. */
interface Run {
  readonly pieces: PlacedText[];
  least: number;
  most: number;
}

function placed(piece: LaidPiece, height: number, font: InvisibleFont, preferred: string): PlacedText {
  const { base, left, right } = piece;
  const fontSize = Number(piece.fontSize.toFixed(1));
  const x = Math.round(left);
  const width = Math.max(1, Math.round(right) - x);
  const place = {
    x,
    y: Math.round(height - base),
    fontName: font.variantFor(piece, preferred),
    fontSize,
    width,
  };
  if (piece.text === BLANK) return { ...place, text: undefined, least: 0, most: Infinity };
  const natural = font.widthOf(piece.text) * fontSize;
  const short = Math.min(Math.max(1, SHORTER * fontSize), width / 2);
  const long = Math.max(1, LONGER * fontSize);
  return {
    ...place,
    // A space after every word: not all readers look for gaps.
    text: visualOrder(`${piece.text} `),
    least: (width - short) / natural,
    most: (width + long) / natural,
  };
}

function operatorsOf(pieces: readonly PlacedText[], font: InvisibleFont): string {
  let last = { x: 0, y: 0, fontName: '', fontSize: 0, stretch: 100 };
  const lines = runsOf(pieces).flatMap((run) => {
    const [first] = run.pieces;
    if (first === undefined) return [];
    const { x, y, fontName, fontSize } = first;
    const isNear = last.stretch >= 100 * run.least && last.stretch <= 100 * run.most;
    const stretch = isNear ? last.stretch : Math.max(1, roundest(run));
    const operators = [
      fontName === last.fontName && fontSize === last.fontSize ? '' : `/${fontName} ${fontSize} Tf `,
      stretch === last.stretch ? '' : `${stretch} Tz `,
      `${x - last.x} ${y - last.y} Td `,
      shown(run.pieces, stretch / 100, font),
    ];
    last = { x, y, fontName, fontSize, stretch };
    return [operators.join('')];
  });
  return lines.join('\n');
}

/** Divides the pieces into as few runs as can be. */
function runsOf(pieces: readonly PlacedText[]): Run[] {
  const runs: Run[] = [];
  for (const piece of pieces) {
    const run = runs.at(-1);
    const before = run?.pieces.at(-1);
    const least = Math.max(piece.least, run?.least ?? 0);
    const most = Math.min(piece.most, run?.most ?? Infinity);
    const middle = Math.round(50 * (least + most));
    const goesOn =
      before !== undefined &&
      before.y === piece.y &&
      before.fontName === piece.fontName &&
      before.fontSize === piece.fontSize &&
      before.x < piece.x &&
      (most === Infinity || (middle >= 100 * least && middle <= 100 * most));
    if (run === undefined || !goesOn) runs.push({ pieces: [piece], least: piece.least, most: piece.most });
    else {
      run.pieces.push(piece);
      run.least = least;
      run.most = most;
    }
  }
  return runs;
}

/** The roundest stretch of what is allowed, in percents: the more are the same, the less they take. */
function roundest({ least, most }: { readonly least: number; readonly most: number }): number {
  for (const step of STRETCH_STEPS) {
    const nearest = step * Math.round((50 * (least + most)) / step);
    if (nearest >= 100 * least && nearest <= 100 * most) return nearest;
  }
  return Math.round(50 * (least + most));
}

/** Shows the pieces of a run one after the other, moved to where they stand (ISO 32000-2, 9.4.3). */
function shown(pieces: readonly PlacedText[], stretch: number, font: InvisibleFont): string {
  let pen = pieces[0]?.x ?? 0;
  let text = '';
  const parts: string[] = [];
  for (const piece of pieces) {
    const unit = (piece.fontSize * stretch) / 1000;
    const away = piece.x - pen;
    const isNear = Math.abs(away) <= Math.max(1, START_TOLERANCE * piece.fontSize);
    const shift = isNear ? 0 : MOVE_STEP * Math.round(away / unit / MOVE_STEP);
    if (shift !== 0) {
      parts.push(font.encode(text), String(-shift));
      text = '';
    }
    const added = piece.text ?? font.blank(piece.width / (1000 * unit));
    text += added;
    pen += shift * unit + font.widthOf(added) * 1000 * unit;
  }
  if (parts.length === 0) return `${font.encode(text)} Tj`;
  return `[${parts.join('')}${font.encode(text)}] TJ`;
}
