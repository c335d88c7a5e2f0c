import type { Metadata, Sharp } from 'sharp';
import type { Raster } from './engine.ts';
import { imageCorrupt, inputEmpty, imageTooManyPixels, unsupportedType } from './faults.ts';
import { inputTypeOf } from './input-type.ts';
import { loadSharp } from './native.ts';

/** 100 megapixels: an A3 page at 600 dots per inch has 70. Decoded, that is 300 MB. */
export const PIXELS_AT_MOST = 100e6;

/** What the header of an image says, before any pixel is decoded. */
export interface ImageHeader {
  readonly format: string;
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
 * Reads an image's header.
 *
 * Throws the Faults `image-empty`, `unsupported-type`, `image-corrupt` and `image-too-many-pixels`.
 */
export async function readHeader(bytes: Uint8Array): Promise<ImageHeader> {
  if (bytes.length === 0) throw inputEmpty();
  const type = inputTypeOf(bytes);
  if (type.kind !== 'image') throw unsupportedType(type.name);
  const metadata = await openImage(bytes)
    .metadata()
    .catch((error: unknown) => {
      throw imageCorrupt(type.name, error);
    });
  const { width, height } = metadata;
  if (width * height > PIXELS_AT_MOST) throw imageTooManyPixels(width, height, PIXELS_AT_MOST);
  return headerOf(metadata);
}

/**
 * Decodes an image to 8-bit RGB: turned upright by its EXIF orientation, on white where it is transparent, the first frame of
 * an animation.
 *
 * Throws the Faults of {@link readHeader}; a file that ends too early is `image-corrupt`, never half a page.
 */
export async function decode(bytes: Uint8Array): Promise<Raster> {
  await readHeader(bytes);
  const { data, info } = await openImage(bytes)
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

/** The image as a sharp pipeline, nothing decoded yet. Check {@link readHeader} first: this sets no limit of its own. */
export function openImage(bytes: Uint8Array): Sharp {
  // Our own limit is checked against the header, with a message of our own. `error` implies `truncated`; warnings are let
  // through, because cameras and scanners write files that deserve some and are still whole.
  return loadSharp()(bytes, { limitInputPixels: false, failOn: 'error' });
}

function headerOf(metadata: Metadata): ImageHeader {
  return {
    format: metadata.format,
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
