import type { Block, Box, Document, Line, Page, Word } from '../document.ts';

/**
 * The document as JSON on one line, ending in a line feed. Keys stand in the order of the contract, whatever built the document,
 * and confidences have four digits: equal documents are equal bytes.
 */
export function toJson({ schema, engine, pages }: Document): string {
  const models = engine.models.map(({ name, sha256 }) => ({ name, sha256 }));
  const identity = { name: engine.name, version: engine.version, models };
  return `${JSON.stringify({ schema, engine: identity, pages: pages.map(pageInOrder) })}\n`;
}

function pageInOrder({ number, width, height, turn, textLayer, problem, blocks }: Page): Page {
  return {
    number,
    width,
    height,
    ...(turn === undefined ? {} : { turn }),
    ...(textLayer === undefined ? {} : { textLayer }),
    ...(problem === undefined ? {} : { problem: { code: problem.code, message: problem.message } }),
    blocks: blocks.map(blockInOrder),
  };
}

function blockInOrder({ kind, box, lines }: Block): Block {
  return { ...(kind === undefined ? {} : { kind }), box: boxInOrder(box), lines: lines.map(lineInOrder) };
}

function lineInOrder({ text, confidence, box, words }: Line): Line {
  return { text, confidence: rounded(confidence), box: boxInOrder(box), words: words.map(wordInOrder) };
}

function wordInOrder({ text, confidence, box }: Word): Word {
  return { text, confidence: rounded(confidence), box: boxInOrder(box) };
}

function boxInOrder({ left, top, width, height }: Box): Box {
  return { left, top, width, height };
}

function rounded(confidence: number): number {
  return Number(confidence.toFixed(4));
}
