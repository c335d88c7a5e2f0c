import type { Box, Document, Line, Page, Word } from '../document.ts';
import { wordsOfLine } from './line-words.ts';

/**
 * The document as Amazon Textract's GetDocumentTextDetection answers: one list of PAGE, LINE and WORD blocks. Boxes are shares of
 * the page, 0 to 1; confidences are percentages. Pages that could not be read are named in `Warnings`.
 * https://docs.aws.amazon.com/textract/latest/dg/API_GetDocumentTextDetection.html
 */
export function toTextract({ engine, pages }: Document): string {
  const nextId = counter();
  const warnings = pages.flatMap(({ number, problem }) =>
    problem === undefined ? [] : [{ ErrorCode: problem.code, Pages: [number] }],
  );
  const response = {
    DocumentMetadata: { Pages: pages.length },
    JobStatus: warnings.length === 0 ? 'SUCCEEDED' : 'PARTIAL_SUCCESS',
    ...(warnings.length === 0 ? {} : { Warnings: warnings }),
    Blocks: pages.filter(({ problem }) => problem === undefined).flatMap((page) => blocksOfPage(page, nextId)),
    DetectDocumentTextModelVersion: `${engine.name} ${engine.version}`,
  };
  return `${JSON.stringify(response)}\n`;
}

interface TextractBlock {
  readonly BlockType: 'PAGE' | 'LINE' | 'WORD';
  readonly Confidence?: number;
  readonly Text?: string;
  readonly TextType?: 'PRINTED';
  readonly Geometry: Geometry;
  readonly Id: string;
  readonly Relationships?: readonly { readonly Type: 'CHILD'; readonly Ids: readonly string[] }[];
  readonly Page: number;
}

interface Geometry {
  readonly BoundingBox: {
    readonly Width: number;
    readonly Height: number;
    readonly Left: number;
    readonly Top: number;
  };
  readonly Polygon: readonly { readonly X: number; readonly Y: number }[];
}

/** Textract's ids are random UUIDs; these count, so that equal documents are equal bytes. The shape is that of version 4. */
function counter(): () => string {
  let count = 0;
  return () => `00000000-0000-4000-8000-${(++count).toString(16).padStart(12, '0')}`;
}

function blocksOfPage(page: Page, nextId: () => string): TextractBlock[] {
  const Id = nextId();
  const lines = page.blocks.flatMap((block) => block.lines).map((line) => blocksOfLine(line, page, nextId));
  const Geometry = geometryOf({ left: 0, top: 0, width: page.width, height: page.height }, page);
  const head: TextractBlock = {
    BlockType: 'PAGE',
    Geometry,
    Id,
    ...children(lines.map(([line]) => line)),
    Page: page.number,
  };
  // As Textract: first every line of the page, then every word.
  return [head, ...lines.map(([line]) => line), ...lines.flatMap(([, words]) => words)];
}

function blocksOfLine(line: Line, page: Page, nextId: () => string): [TextractBlock, TextractBlock[]] {
  const head = textBlock('LINE', line, page, nextId());
  const words = wordsOfLine(line).map((word) => textBlock('WORD', word, page, nextId()));
  return [{ ...head, ...children(words) }, words];
}

function textBlock(
  kind: 'LINE' | 'WORD',
  { text, confidence, box }: Line | Word,
  page: Page,
  id: string,
): TextractBlock {
  return {
    BlockType: kind,
    Confidence: Number((confidence * 100).toFixed(2)),
    Text: text,
    ...(kind === 'WORD' ? { TextType: 'PRINTED' } : {}),
    Geometry: geometryOf(box, page),
    Id: id,
    Page: page.number,
  };
}

function children(blocks: readonly TextractBlock[]): Pick<TextractBlock, 'Relationships'> {
  return blocks.length === 0 ? {} : { Relationships: [{ Type: 'CHILD', Ids: blocks.map(({ Id }) => Id) }] };
}

function geometryOf({ left, top, width, height }: Box, page: Page): Geometry {
  const across = (value: number) => share(value, page.width);
  const down = (value: number) => share(value, page.height);
  const corner = (x: number, y: number) => ({ X: across(x), Y: down(y) });
  return {
    BoundingBox: { Width: across(width), Height: down(height), Left: across(left), Top: down(top) },
    Polygon: [
      corner(left, top),
      corner(left + width, top),
      corner(left + width, top + height),
      corner(left, top + height),
    ],
  };
}

/** Six digits are a tenth of a pixel on the longest side that is read. */
function share(value: number, whole: number): number {
  return Number((value / Math.max(1, whole)).toFixed(6));
}
