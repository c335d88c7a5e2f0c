import type { Document, Page } from './document.ts';
import { decode } from './decode.ts';
import type { Engine } from './engine.ts';
import { blocksOf } from './layout/blocks.ts';
import { turned } from './raster.ts';

export interface ReadOptions {
  readonly engine: Engine;
}

/**
 * Reads an image page by page, so that a page can be used before the next is read. An image file has one page.
 *
 * Throws the Faults `image-empty`, `unsupported-type`, `image-too-many-pixels` and `image-corrupt`.
 */
export async function* readPages(bytes: Uint8Array, { engine }: ReadOptions): AsyncGenerator<Page> {
  const decoded = await decode(bytes);
  const turn = (await engine.turnOf?.(decoded)) ?? 0;
  const page = await turned(decoded, turn);
  const lines = await engine.recognise(page);
  const { width, height } = page;
  yield { number: 1, width, height, ...(turn === 0 ? {} : { turn }), blocks: blocksOf(lines) };
}

/** Reads every page. Throws the Faults of {@link readPages}. */
export async function readDocument(bytes: Uint8Array, options: ReadOptions): Promise<Document> {
  const pages: Page[] = [];
  for await (const page of readPages(bytes, options)) pages.push(page);
  return { schema: 'ocr-pipeline/document/1', engine: options.engine.identity, pages };
}
