import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, parse } from 'node:path';
import { createReader, type Document, type ReaderOptions, toText } from '@ocr-pipeline/ocr';
import { drawDocument } from '../pictures.ts';
import { serve } from './serve.ts';

// Our reader: its options as JSON, then the folder for pictures of the boxes, where they are asked for.
const [options = '{}', pictures] = process.argv.slice(2);
const reader = createReader(JSON.parse(options) as ReaderOptions);
const drawn = new Set<string>();
let last: { readonly image: string; readonly document: Document } | undefined;

await serve(
  async (image) => {
    const document = await reader.read(readFileSync(image));
    last = { image, document };
    return toText(document);
  },
  async () => {
    if (pictures === undefined || last === undefined || drawn.has(last.image)) return;
    const { image, document } = last;
    drawn.add(image);
    mkdirSync(pictures, { recursive: true });
    writeFileSync(join(pictures, `${parse(image).name}.png`), await drawDocument(readFileSync(image), document));
  },
);
await reader.close();
