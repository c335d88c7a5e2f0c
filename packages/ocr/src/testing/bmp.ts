export interface BmpParts {
  readonly width: number;
  /** Negative: the top row is stored first. */
  readonly height: number;
  readonly depth: number;
  readonly compression?: number;
  /** Four bytes a colour: blue, green, red, 0. */
  readonly palette?: readonly number[];
  /** The header's masks: red, green, blue and perhaps alpha. */
  readonly masks?: readonly number[];
  readonly pixels: readonly number[];
  readonly density?: number;
}

/** A BMP file for tests, its pixels given as they are stored. */
export function bmpOf({
  width,
  height,
  depth,
  compression = 0,
  palette = [],
  masks = [],
  pixels,
  density,
}: BmpParts): Uint8Array {
  const headerBytes = masks.length === 4 ? 56 : 40;
  const start = 14 + headerBytes + (headerBytes === 40 ? masks.length * 4 : 0) + palette.length;
  const bytes = new Uint8Array(start + pixels.length);
  const view = new DataView(bytes.buffer);
  bytes.set([0x42, 0x4d]);
  view.setUint32(2, bytes.length, true);
  view.setUint32(10, start, true);
  view.setUint32(14, headerBytes, true);
  view.setInt32(18, width, true);
  view.setInt32(22, height, true);
  view.setUint16(26, 1, true);
  view.setUint16(28, depth, true);
  view.setUint32(30, compression, true);
  view.setInt32(38, Math.round((density ?? 0) / 0.0254), true);
  view.setUint32(46, palette.length / 4, true);
  masks.forEach((mask, index) => view.setUint32(54 + index * 4, mask, true));
  bytes.set(palette, start - palette.length);
  bytes.set(pixels, start);
  return bytes;
}
