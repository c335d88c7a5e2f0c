import type { Document } from '@ocr-pipeline/ocr';

export function toJson(document: Document): string {
  return `${JSON.stringify(document)}\n`;
}

export function toText(document: Document): string {
  return document.pages
    .flatMap((page) => page.blocks.map((block) => block.lines.map((line) => `${line.text}\n`).join('')))
    .join('\n');
}
