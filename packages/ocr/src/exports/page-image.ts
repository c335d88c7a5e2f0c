import type { PDFContext, PDFRef } from '@cantoo/pdf-lib';
import { type ImageHeader, openImage } from '../decode.ts';
import { imageCorrupt } from '../faults.ts';
import { inputTypeOf } from '../input-type.ts';
import { type PngData, readPngData } from './png-data.ts';

/**
 * Puts page `index` of the input (from 0) into a PDF as an image: a JPEG byte for byte, a PNG's compressed pixels as they are. Only what PDF has no
 * filter for (TIFF, WebP, GIF, BMP, transparency, interlacing, CMYK) is encoded again, without loss.
 *
 * Throws the Fault `image-corrupt`.
 */
export async function embedImage(
  context: PDFContext,
  bytes: Uint8Array,
  header: ImageHeader,
  index: number,
): Promise<PDFRef> {
  if (header.format === 'jpeg' && header.channels !== 4) return embedJpeg(context, bytes, header);
  const png = header.format === 'png' ? readPngData(bytes) : undefined;
  return embedPng(context, png ?? (await encodeAgain(bytes, index)));
}

function embedJpeg(context: PDFContext, bytes: Uint8Array, { width, height, channels }: ImageHeader): PDFRef {
  return context.register(
    context.stream(bytes, {
      Type: 'XObject',
      Subtype: 'Image',
      Width: width,
      Height: height,
      BitsPerComponent: 8,
      ColorSpace: channels === 1 ? 'DeviceGray' : 'DeviceRGB',
      Filter: 'DCTDecode',
    }),
  );
}

/** ISO 32000-2, 7.4.4.4: Predictor 15 takes scan lines that begin with PNG's filter byte. */
function embedPng(context: PDFContext, png: PngData): PDFRef {
  return context.register(
    context.stream(png.data, {
      Type: 'XObject',
      Subtype: 'Image',
      Width: png.width,
      Height: png.height,
      BitsPerComponent: png.depth,
      ColorSpace: colourSpaceOf(context, png),
      Filter: 'FlateDecode',
      DecodeParms: {
        Predictor: 15,
        Colors: png.colour === 'rgb' ? 3 : 1,
        BitsPerComponent: png.depth,
        Columns: png.width,
      },
    }),
  );
}

function colourSpaceOf(context: PDFContext, { colour, palette }: PngData) {
  if (colour === 'grey') return 'DeviceGray';
  if (colour === 'rgb') return 'DeviceRGB';
  const lookup = context.register(context.flateStream(palette));
  return context.obj(['Indexed', 'DeviceRGB', palette.length / 3 - 1, lookup]);
}

async function encodeAgain(bytes: Uint8Array, index: number): Promise<PngData> {
  const encoded = await openImage(bytes, index)
    .flatten({ background: '#ffffff' })
    .toColourspace('srgb')
    .png({ progressive: false, palette: false })
    .toBuffer()
    .catch((error: unknown) => {
      throw imageCorrupt(inputTypeOf(bytes).name, error);
    });
  const png = readPngData(encoded);
  if (png === undefined) throw new Error('An opaque, sequential PNG was asked for and not written');
  return png;
}
