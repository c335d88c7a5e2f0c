import type { Document, Line, Page, Word } from '../document.ts';
import { wordsOfLine } from './line-words.ts';
import { counter, geometryOf, percentage, related, type TextractBlock } from './textract-block.ts';
import { blocksOfTable } from './textract-table.ts';

/**
 * The document as Amazon Textract's GetDocumentAnalysis answers for the feature TABLES: one list of PAGE, LINE, WORD, TABLE and
 * CELL blocks. Boxes are shares of the page, 0 to 1; confidences are percentages. Pages that could not be read are named in
 * `Warnings`. https://docs.aws.amazon.com/textract/latest/dg/API_GetDocumentAnalysis.html
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
    AnalyzeDocumentModelVersion: `${engine.name} ${engine.version}`,
  };
  return `${JSON.stringify(response)}\n`;
}

/** A line with its words, and the id of each: the cells of a table name the same words. */
interface LineBlocks {
  readonly line: TextractBlock;
  readonly words: readonly TextractBlock[];
  readonly ids: readonly (readonly [Word, string])[];
}

/** As Textract: the page, every line of it, every word, then each table with its cells. */
function blocksOfPage(page: Page, nextId: () => string): TextractBlock[] {
  const Id = nextId();
  const lines = page.blocks.flatMap((block) => block.lines).map((line) => blocksOfLine(line, page, nextId));
  const ids = new Map(lines.flatMap((line) => line.ids));
  const tables = page.blocks.flatMap((block) =>
    block.kind === 'table' ? blocksOfTable(block, page, ids, nextId) : [],
  );
  const ofPage = [...lines.map(({ line }) => line), ...tables.filter(({ BlockType }) => BlockType === 'TABLE')];
  const Geometry = geometryOf({ left: 0, top: 0, width: page.width, height: page.height }, page);
  const head: TextractBlock = { BlockType: 'PAGE', Geometry, Id, ...related(ofPage), Page: page.number };
  return [head, ...lines.map(({ line }) => line), ...lines.flatMap(({ words }) => words), ...tables];
}

function blocksOfLine(line: Line, page: Page, nextId: () => string): LineBlocks {
  const head = textBlock('LINE', line, page, nextId());
  const words = wordsOfLine(line).map((word) => textBlock('WORD', word, page, nextId()));
  const read: readonly Word[] = line.words.length > 0 ? line.words : [line];
  return {
    line: { ...head, ...related(words) },
    words,
    ids: read.map((word, index) => [word, words[index]?.Id ?? '']),
  };
}

function textBlock(
  kind: 'LINE' | 'WORD',
  { text, confidence, box }: Line | Word,
  page: Page,
  Id: string,
): TextractBlock {
  return {
    BlockType: kind,
    Confidence: percentage(confidence),
    Text: text,
    ...(kind === 'WORD' ? { TextType: 'PRINTED' } : {}),
    Geometry: geometryOf(box, page),
    Id,
    Page: page.number,
  };
}
