import type { Metadata, Sharp } from 'sharp';
import type { Raster } from './engine.ts';
import { imageCorrupt, inputEmpty, imageTooManyPixels, imageUnsupported, unsupportedType } from './faults.ts';
import { inputTypeOf } from './input-type.ts';
import { READ_LIMITS } from './limits.ts';
import { loadSharp } from './native.ts';
import { openRaster } from './raster.ts';
import { readBmpHeader } from './sources/bmp/bmp-header.ts';
import { decodeBmp } from './sources/bmp/decode-bmp.ts';
import { tiffPagesOf } from './sources/tiff/tiff-pages.ts';

/** What the header of an image says, before any pixel is decoded. */
export interface ImageHeader {
  readonly format: string;
  /** Pages of a TIFF, frames of an animation; 1 for any other image. */
  readonly pageCount: number;
  /** As stored; the EXIF orientation is not applied. */
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly colourSpace: string;
  /** EXIF orientation, 1 (upright) to 8. */
  readonly orientation: number;
  /** Dots per inch; undefined when the file does not say. */
  readonly density: number | undefined;
}

/**
 * Reads the header of an image, for its page `index` (from 0).
 *
 * Throws the Faults `input-empty`, `unsupported-type`, `image-corrupt`, `image-too-many-pixels`, `image-unsupported`, `bmp-unsupported`, and for a TIFF
 * `tiff-page-missing` and `tiff-pages-circular`.
 */
export async function readHeader(bytes: Uint8Array, index = 0): Promise<ImageHeader> {
  if (bytes.length === 0) throw inputEmpty();
  const { kind, name } = inputTypeOf(bytes);
  if (kind !== 'image' && kind !== 'bmp') throw unsupportedType(name);
  const header = kind === 'bmp' ? headerOfBmp(bytes) : headerOf(await metadataOf(bytes, index), bytes);
  const { width, height } = header;
  if (width * height > READ_LIMITS.pixels) throw imageTooManyPixels(width, height, READ_LIMITS.pixels);
  return header;
}

/**
 * Decodes one page of an image to 8-bit RGB: turned upright by its EXIF orientation, on white where it is transparent.
 *
 * Throws the Faults of {@link readHeader}; a file that ends too early is `image-corrupt`, never half a page.
 */
export async function decode(bytes: Uint8Array, index = 0): Promise<Raster> {
  const { format } = await readHeader(bytes, index);
  if (format === 'bmp') return decodeBmp(bytes);
  const { data, info } = await openImage(bytes, index)
    .autoOrient()
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .raw({ depth: 'uchar' })
    .toBuffer({ resolveWithObject: true })
    .catch((error: unknown) => {
      throw imageCorrupt(inputTypeOf(bytes).name, error);
    });
  return { width: info.width, height: info.height, data: info.channels === 1 ? greyToRgb(data) : data };
}

/**
 * A page of an image as a sharp pipeline, nothing but a BMP decoded yet. Check {@link readHeader} first: this sets no limit of
 * its own.
 */
export function openImage(bytes: Uint8Array, index = 0): Sharp {
  if (inputTypeOf(bytes).kind === 'bmp') return openRaster(decodeBmp(bytes));
  // Our own limit is checked against the header, with a message of our own. `error` implies `truncated`; warnings are let
  // through, because cameras and scanners write files that deserve some and are still whole.
  const options = { limitInputPixels: false, failOn: 'error' } as const;
  if (!isTiff(bytes)) return loadSharp()(bytes, { ...options, ...(index === 0 ? {} : { page: index }) });
  const pages = tiffPagesOf(bytes);
  if (index >= pages.found && pages.broken !== undefined) throw pages.broken;
  return loadSharp()(pages.bytes, { ...options, ...pages.optionsOf(index) });
}

function isTiff(bytes: Uint8Array): boolean {
  return inputTypeOf(bytes).name === 'a TIFF';
}

async function metadataOf(bytes: Uint8Array, index: number): Promise<Metadata> {
  return openImage(bytes, index)
    .metadata()
    .catch((error: unknown) => {
      throw imageCorrupt(inputTypeOf(bytes).name, error);
    });
}

function headerOfBmp(bytes: Uint8Array): ImageHeader {
  const { width, height, density } = readBmpHeader(bytes);
  return { format: 'bmp', pageCount: 1, width, height, channels: 3, colourSpace: 'srgb', orientation: 1, density };
}

/** libvips' names for numbers of 8 and 16 bits. What white is in any other, no decoder can tell. */
const SAMPLES_READ = new Set(['uchar', 'ushort']);

function headerOf(metadata: Metadata, bytes: Uint8Array): ImageHeader {
  const { depth } = metadata;
  if (!SAMPLES_READ.has(depth)) throw imageUnsupported(inputTypeOf(bytes).name, `pixels of the type ${depth}`);
  return {
    format: metadata.format,
    pageCount: isTiff(bytes) ? tiffPagesOf(bytes).count : (metadata.pages ?? 1),
    width: metadata.width,
    height: metadata.height,
    channels: metadata.channels,
    colourSpace: metadata.space,
    orientation: metadata.orientation ?? 1,
    density: metadata.density,
  };
}

function greyToRgb(grey: Uint8Array): Uint8Array {
  const rgb = new Uint8Array(grey.length * 3);
  for (let pixel = 0; pixel < grey.length; pixel++) rgb.fill(grey[pixel] ?? 0, pixel * 3, pixel * 3 + 3);
  return rgb;
}
