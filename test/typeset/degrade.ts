import sharp from 'sharp';
import { normalNumbers, randomNumbers } from './random.ts';

export interface Damage {
  readonly seed: number;
  /** Degrees clockwise by which the page lies askew. */
  readonly skew?: number;
  /** Deviation of the blur, in pixels. */
  readonly blur?: number;
  /** Deviation of the noise, of 255. */
  readonly noise?: number;
  /** How much darker the darkest corner is, 0 to 1. */
  readonly shade?: number;
  /** JPEG quality, 1 to 100. */
  readonly quality?: number;
  /** Dots per inch, written into the file. */
  readonly density?: number;
}

/** Makes a clean page look scanned: askew, blurred, unevenly lit, noisy, and saved as a grey JPEG. The same seed, the same bytes. */
export async function degrade(png: Uint8Array, damage: Damage): Promise<Uint8Array> {
  const { seed, skew = 1.5, blur = 0.7, noise = 9, shade = 0.2, quality = 60, density = 150 } = damage;
  const askew = sharp(png).flatten().greyscale().rotate(skew, { background: '#fff' });
  const { data, info } = await sharp(await askew.png().toBuffer())
    .blur(blur)
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const random = normalNumbers(randomNumbers(seed));
  const page = { width: info.width, height: info.height, channels: info.channels };
  for (let pixel = 0; pixel < data.length; pixel++) {
    const column = Math.floor(pixel / page.channels) % page.width;
    const row = Math.floor(pixel / page.channels / page.width);
    const light = 1 - (shade * (column / page.width + row / page.height)) / 2;
    data[pixel] = Math.min(255, Math.max(0, Math.round((data[pixel] ?? 0) * light + noise * random())));
  }
  return sharp(data, { raw: page }).withMetadata({ density }).jpeg({ quality }).toBuffer();
}
