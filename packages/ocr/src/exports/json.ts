import type { Block, Box, Document, Line, Page, PageProblem, Word } from '../document.ts';

/**
 * The document as JSON on one line, ending in a line feed. Keys stand in the order of the contract, whatever built the document,
 * and confidences have four digits: equal documents are equal bytes.
 */
export function toJson({ schema, engine, pageCount, pages }: Document): string {
  const models = engine.models.map(({ name, sha256 }) => ({ name, sha256 }));
  const identity = { name: engine.name, version: engine.version, models };
  const whole = pageCount === undefined ? {} : { pageCount };
  return `${JSON.stringify({ schema, engine: identity, ...whole, pages: pages.map(pageInOrder) })}\n`;
}

function pageInOrder({ number, width, height, turn, textLayer, hasTextLayer, problem, blocks }: Page): Page {
  return {
    number,
    width,
    height,
    ...(turn === undefined ? {} : { turn }),
    ...(textLayer === undefined ? {} : { textLayer }),
    ...(hasTextLayer === undefined ? {} : { hasTextLayer }),
    ...(problem === undefined ? {} : { problem: problemInOrder(problem) }),
    blocks: blocks.map(blockInOrder),
  };
}

function problemInOrder({ code, message, hint }: PageProblem): PageProblem {
  return { code, message, ...(hint === undefined ? {} : { hint }) };
}

function blockInOrder({ kind, box, lines }: Block): Block {
  return { ...(kind === undefined ? {} : { kind }), box: boxInOrder(box), lines: lines.map(lineInOrder) };
}

function lineInOrder({ text, confidence, box, words }: Line): Line {
  return { text, confidence: rounded(confidence), box: boxInOrder(box), words: words.map(wordInOrder) };
}

function wordInOrder({ text, confidence, box, edges }: Word): Word {
  return { text, confidence: rounded(confidence), box: boxInOrder(box), ...(edges === undefined ? {} : { edges }) };
}

function boxInOrder({ left, top, width, height }: Box): Box {
  return { left, top, width, height };
}

function rounded(confidence: number): number {
  return Number(confidence.toFixed(4));
}
