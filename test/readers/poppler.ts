import { execFileSync } from 'node:child_process';

/** A word as a reader of PDF finds it; its place in shares of the page as it is seen, 0 to 1. */
export interface FoundWord {
  readonly text: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

const BUFFER = 256 * 1024 * 1024;
const PAGE = /<page [^>]*>(.*?)<\/page>/gs;
const WORD = /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/gs;
const REFERENCES: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

/** The words of each page in the order in which pdftotext writes them when nobody asks for anything else. */
export function pdftotextWords(path: string): string[][] {
  const text = execFileSync('pdftotext', [path, '-'], { encoding: 'utf8', maxBuffer: BUFFER });
  // Each page ends with a form feed. Marks of direction, which pdftotext sets around what runs to the left, are not of the words.
  return text
    .split('\f')
    .slice(0, -1)
    .map((page) => wordsOf(page.replaceAll(/[\u202A-\u202E]/g, '')));
}

export function wordsOf(text: string): string[] {
  return text.split(/\s+/).filter((word) => word !== '');
}

/** The words of each page with their places, as pdftotext finds them within what is shown of the page. */
export function pdftotextPlaces(path: string): FoundWord[][] {
  const xml = execFileSync('pdftotext', ['-bbox', '-cropbox', path, '-'], { encoding: 'utf8', maxBuffer: BUFFER });
  const sizes = shownSizes(path);
  return Array.from(xml.matchAll(PAGE), ([, words = ''], page) => {
    const [width, height] = sizes[page] ?? [1, 1];
    return Array.from(words.matchAll(WORD), ([, left, top, right, bottom, text = '']) => ({
      text: text.replaceAll(/&(?:lt|gt|quot|#39|amp);/g, (reference) => REFERENCES[reference] ?? reference).trim(),
      left: Number(left) / width,
      top: Number(top) / height,
      right: Number(right) / width,
      bottom: Number(bottom) / height,
    })).filter(({ text }) => text !== '');
  });
}

/** Width and height of each page in points as it is seen: its crop box, turned. What pdftotext says is the media box, unturned. */
function shownSizes(path: string): [number, number][] {
  const info = execFileSync('pdfinfo', ['-box', '-f', '1', '-l', '100000', path], {
    encoding: 'utf8',
    maxBuffer: BUFFER,
  });
  const turns = Array.from(info.matchAll(/^Page\s+\d+ rot:\s+(\d+)/gm), ([, turn]) => Number(turn));
  const boxes = Array.from(info.matchAll(/^Page\s+\d+ CropBox:((?:\s+[\d.-]+){4})/gm), ([, box = '']) => {
    const [left = 0, bottom = 0, right = 0, top = 0] = box.trim().split(/\s+/).map(Number);
    return [right - left, top - bottom] as [number, number];
  });
  return boxes.map(([width, height], page) => ((turns[page] ?? 0) % 180 === 0 ? [width, height] : [height, width]));
}

/** What qpdf has to say of a PDF that is sound; anything else is thrown with its reason. */
export function qpdfCheck(path: string): void {
  execFileSync('qpdf', ['--check', path], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}
