import sharp from 'sharp';
import { describe, expect, test } from 'vitest';
import { decode } from '../decode.ts';
import type { Turn } from '../document.ts';
import { turned } from '../raster.ts';
import { imagePlacement, swapsSides } from './image-placement.ts';

const TURNS: readonly Turn[] = [0, 90, 180, 270];
const WIDTH = 3;
const HEIGHT = 2;

/** Six pixels, each of its own grey. */
const greys = [0, 40, 80, 120, 160, 200];

describe('a pixel lands where decoding and turning bring it', () => {
  for (const orientation of [1, 2, 3, 4, 5, 6, 7, 8]) {
    test.each(TURNS)(`EXIF orientation ${orientation}, turned by %i`, async (turn) => {
      const stored = sharp(Buffer.from(greys), { raw: { width: WIDTH, height: HEIGHT, channels: 1 } });
      const bytes = await stored.withMetadata({ orientation }).png().toBuffer();
      const page = await turned(await decode(bytes), turn);
      expect(page.width === HEIGHT).toBe(swapsSides(orientation, turn));

      const [a, b, c, d, e, f] = imagePlacement(orientation, turn, page.width, page.height);
      greys.forEach((grey, pixel) => {
        // The middle of the pixel in PDF's unit square, whose origin is the image's lower left corner.
        const u = ((pixel % WIDTH) + 0.5) / WIDTH;
        const v = 1 - (Math.floor(pixel / WIDTH) + 0.5) / HEIGHT;
        const x = Math.floor(a * u + c * v + e);
        const y = Math.floor(page.height - (b * u + d * v + f));
        expect(page.data[(y * page.width + x) * 3]).toBe(grey);
      });
    });
  }
});
