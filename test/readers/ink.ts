import sharp from 'sharp';
import type { FoundWord } from './poppler.ts';

/** What is dark on a page: one byte a pixel, 1 for ink. */
export interface Ink {
  readonly width: number;
  readonly height: number;
  readonly data: Uint8Array;
}

/** The ink of an upright page: darker than the middle between its darkest and its lightest. */
export async function inkOf(image: Uint8Array | { width: number; height: number; data: Uint8Array }): Promise<Ink> {
  const input = image instanceof Uint8Array ? sharp(image) : sharp(image.data, { raw: { ...image, channels: 3 } });
  const { data, info } = await input
    .flatten({ background: '#fff' })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const grey = data.filter((_, index) => index % info.channels === 0);
  const [darkest, lightest] = grey.reduce(
    ([low, high], level) => [Math.min(low, level), Math.max(high, level)],
    [255, 0],
  );
  const middle = (darkest + lightest) / 2;
  return { width: info.width, height: info.height, data: grey.map((level) => (level < middle ? 1 : 0)) };
}

/** How much of the ink in a box (in pixels) lies within the place where a word was found, 0 to 1; undefined where there is none. */
export function inkCovered(
  { width, height, data }: Ink,
  box: { readonly left: number; readonly top: number; readonly width: number; readonly height: number },
  found: FoundWord,
): number | undefined {
  let [all, covered] = [0, 0];
  for (let y = box.top; y < Math.min(box.top + box.height, height); y++) {
    for (let x = box.left; x < Math.min(box.left + box.width, width); x++) {
      if (data[y * width + x] !== 1) continue;
      all++;
      const [across, down] = [(x + 0.5) / width, (y + 0.5) / height];
      if (across >= found.left && across <= found.right && down >= found.top && down <= found.bottom) covered++;
    }
  }
  return all === 0 ? undefined : covered / all;
}
