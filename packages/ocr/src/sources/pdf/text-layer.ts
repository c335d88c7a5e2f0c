import type { Box, Turn } from '../../document.ts';
import { boundsWithin, type Point } from '../../geometry.ts';
import type { LayerCharacter } from './layer-lines.ts';
import { doublesAt, floatsAt, integersAt, type Pdfium, type Pointer, withMemory } from './pdfium.ts';
import { readingBox } from './reading-box.ts';
import type { Size } from './render-size.ts';

/** What PDFium has given for a hyphen at the end of a line (CPDF_TextPage, `kHyphen`), and a soft hyphen that is seen. */
const HYPHENS = new Set([0x2, 0xad, 0xfffe]);
const UNKNOWN = '\uFFFD';
/** A font's box is taken for one when it is no higher than this many times the ink of its lowest characters, a line or a dot. */
const BODY_AT_MOST = 60;
/** Fonts reach over up to 2.2 times their size; more is a font whose size says nothing. */
const BEYOND_FONT_SIZE_AT_MOST = 4;
/** Radians, six degrees. */
const LEVEL_AT_MOST = 0.1;
/** Points along which the direction of a character is followed: long enough that whole pixels tell it. */
const DIRECTION_LENGTH = 1000;

/**
 * The characters of a page's text that are on the page, in the order of the file, their boxes in pixels of the page as it is
 * drawn.
 */
export function charactersOf(pdfium: Pdfium, page: Pointer, size: Size): LayerCharacter[] {
  const text = pdfium.FPDFText_LoadPage(page);
  if (text === 0) return [];
  try {
    return withMemory(pdfium, 48, (room) => {
      const turnAt = turnsOf(pdfium, { page, room, size });
      const count = pdfium.FPDFText_CountChars(text);
      const characters: LayerCharacter[] = [];
      for (let index = 0; index < count; index++) {
        const place = { page, text, index, room, size };
        const ink = inkOf(pdfium, place);
        if (ink !== undefined && !isWithin(ink, size)) continue;
        const angle = pdfium.FPDFText_GetCharAngle(text, index);
        const turn = turnAt(angle);
        const body = ink && bodyOf(pdfium, place, ink);
        characters.push({
          text: characterOf(pdfium.FPDFText_GetUnicode(text, index)),
          box: ink && boundsWithin(ink, size.width, size.height),
          // On a slope the boxes of neighbours overlap the less, the lower they are.
          body: body && (isLevel(angle) ? cutToFontSize(pdfium, place, body, turn) : body),
          turn,
          isUnknown: pdfium.FPDFText_HasUnicodeMapError(text, index) === 1,
        });
      }
      return characters;
    });
  } finally {
    pdfium.FPDFText_ClosePage(text);
  }
}

function characterOf(code: number): string {
  if (HYPHENS.has(code)) return '-';
  // Half of a pair is put together with its other half when the word is.
  const text = code > 0xffff && code <= 0x10ffff ? String.fromCodePoint(code) : String.fromCharCode(code);
  return /[^\P{Cc}\s]/u.test(text) ? UNKNOWN : text;
}

/** A page at the size at which it was drawn. */
interface DrawnPage {
  readonly page: Pointer;
  readonly size: Size;
  /** 48 bytes: four numbers of 8 bytes that PDFium writes, and two of 4. */
  readonly room: Pointer;
}

interface CharacterPlace extends DrawnPage {
  readonly text: Pointer;
  readonly index: number;
}

type Corners = readonly [Point, Point];

/** Where the ink of a character is; undefined when it has none, as white space that PDFium put in. */
function inkOf(pdfium: Pdfium, { text, index, ...drawn }: CharacterPlace): Corners | undefined {
  const { room } = drawn;
  if (pdfium.FPDFText_GetCharBox(text, index, room, room + 8, room + 16, room + 24) === 0) return undefined;
  const [x1 = 0, x2 = 0, y1 = 0, y2 = 0] = doublesAt(pdfium, room, 4);
  if (x1 === x2 || y1 === y2) return undefined;
  return [pixelAt(pdfium, drawn, x1, y1), pixelAt(pdfium, drawn, x2, y2)];
}

/** The box of the font around a character; that of its ink where the font says nothing that fits. */
function bodyOf(pdfium: Pdfium, { text, index, ...drawn }: CharacterPlace, ink: Corners): Box {
  const inner = boxAround(ink);
  if (pdfium.FPDFText_GetLooseCharBox(text, index, drawn.room) === 0) return inner;
  const [x1 = 0, y1 = 0, x2 = 0, y2 = 0] = floatsAt(pdfium, drawn.room, 4);
  const body = boxAround([pixelAt(pdfium, drawn, x1, y1), pixelAt(pdfium, drawn, x2, y2)]);
  const isAround =
    Math.min(body.top + body.height, inner.top + inner.height) > Math.max(body.top, inner.top) &&
    Math.min(body.left + body.width, inner.left + inner.width) > Math.max(body.left, inner.left);
  return isAround && body.height <= BODY_AT_MOST * inner.height ? body : inner;
}

/**
 * A font's box cut to the size of the font about its middle: fonts say to reach up to 2.2 times as far (many for Arabic), and then
 * lines would overlap. One that draws its letters larger than it says (Type 3) keeps its box.
 */
function cutToFontSize(pdfium: Pdfium, { text, index, page, size, room }: CharacterPlace, body: Box, turn: Turn): Box {
  if (pdfium.FPDFText_GetMatrix(text, index, room) === 0) return body;
  const [, , c = 0, d = 0] = floatsAt(pdfium, room, 4);
  const pixelsPerPoint = size.width / pdfium.FPDF_GetPageWidthF(page);
  const fontSize = Math.abs(pdfium.FPDFText_GetFontSize(text, index)) * Math.hypot(c, d) * pixelsPerPoint;
  const reading = readingBox(body, turn);
  const excess = reading.height - fontSize;
  if (excess <= 0 || fontSize * BEYOND_FONT_SIZE_AT_MOST < reading.height) return body;
  const isOnSide = turn === 90 || turn === 270;
  return isOnSide
    ? { ...body, left: body.left + excess / 2, width: fontSize }
    : { ...body, top: body.top + excess / 2, height: fontSize };
}

function isLevel(angle: number): boolean {
  const quarters = angle / (Math.PI / 2);
  return Math.abs(quarters - Math.round(quarters)) * (Math.PI / 2) < LEVEL_AT_MOST;
}

function boxAround([one, other]: Corners): Box {
  const [left, top] = [Math.min(one.x, other.x), Math.min(one.y, other.y)];
  return { left, top, width: Math.max(1, Math.abs(one.x - other.x)), height: Math.max(1, Math.abs(one.y - other.y)) };
}

/** Whether any of it is on the page: what is not, no reader sees. */
function isWithin([one, other]: Corners, { width, height }: Size): boolean {
  const isLeftOrAbove = Math.max(one.x, other.x) <= 0 || Math.max(one.y, other.y) <= 0;
  return !isLeftOrAbove && Math.min(one.x, other.x) < width && Math.min(one.y, other.y) < height;
}

function pixelAt(pdfium: Pdfium, { page, size, room }: DrawnPage, x: number, y: number): Point {
  const [column, row] = [room + 32, room + 36];
  pdfium.FPDF_PageToDevice(page, 0, 0, size.width, size.height, 0, x, y, column, row);
  const [pixelX = 0, pixelY = 0] = integersAt(pdfium, column, 2);
  return { x: pixelX, y: pixelY };
}

/** How far a character at an angle on the page (radians, clockwise) is turned on the drawn page. */
function turnsOf(pdfium: Pdfium, drawn: DrawnPage): (angle: number) => Turn {
  const known = new Map<number, Turn>();
  const origin = pixelAt(pdfium, drawn, 0, 0);
  return (angle) => {
    const found = known.get(angle);
    if (found !== undefined) return found;
    const end = pixelAt(pdfium, drawn, DIRECTION_LENGTH * Math.cos(angle), -DIRECTION_LENGTH * Math.sin(angle));
    const quarters = Math.round(Math.atan2(end.y - origin.y, end.x - origin.x) / (Math.PI / 2));
    const turn = ([0, 90, 180, 270] as const)[(quarters + 4) % 4] ?? 0;
    known.set(angle, turn);
    return turn;
  };
}
