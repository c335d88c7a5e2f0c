import type { Box, Page } from '../document.ts';

/** What Textract's blocks are made of: https://docs.aws.amazon.com/textract/latest/dg/API_Block.html */
export interface TextractBlock {
  readonly BlockType: 'PAGE' | 'LINE' | 'WORD' | 'TABLE' | 'CELL';
  /** 0 to 100. */
  readonly Confidence?: number;
  readonly Text?: string;
  readonly TextType?: 'PRINTED';
  /** Of a cell, from 1. */
  readonly RowIndex?: number;
  readonly ColumnIndex?: number;
  readonly RowSpan?: number;
  readonly ColumnSpan?: number;
  readonly Geometry: TextractGeometry;
  readonly Id: string;
  readonly Relationships?: readonly { readonly Type: 'CHILD'; readonly Ids: readonly string[] }[];
  readonly Page: number;
}

/** Shares of the page, 0 to 1. */
export interface TextractGeometry {
  readonly BoundingBox: {
    readonly Width: number;
    readonly Height: number;
    readonly Left: number;
    readonly Top: number;
  };
  readonly Polygon: readonly { readonly X: number; readonly Y: number }[];
}

/** Textract's ids are random UUIDs; these count, so that equal documents are equal bytes. The shape is that of version 4. */
export function counter(): () => string {
  let count = 0;
  return () => `00000000-0000-4000-8000-${(++count).toString(16).padStart(12, '0')}`;
}

/** The relationship of a block to its children; nothing when it has none. */
export function related(blocks: readonly { readonly Id: string }[]): Pick<TextractBlock, 'Relationships'> {
  return blocks.length === 0 ? {} : { Relationships: [{ Type: 'CHILD', Ids: blocks.map(({ Id }) => Id) }] };
}

export function percentage(confidence: number): number {
  return Number((confidence * 100).toFixed(2));
}

export function geometryOf({ left, top, width, height }: Box, page: Page): TextractGeometry {
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
