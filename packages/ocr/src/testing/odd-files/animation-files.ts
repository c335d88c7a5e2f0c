import sharp from 'sharp';
import { cut, noise, type OddFile, oddFile, picture, QUARTERED } from './odd-file.ts';

const RED_WHITE = Buffer.from([255, 0, 0, 255, 255, 255]);

interface Frame {
  readonly left?: number;
  readonly top?: number;
  readonly width: number;
  readonly height: number;
  /** Index of the one colour that it is filled with: 0 red, 1 white. */
  readonly colour: 0 | 1;
  readonly transparent?: number;
  /** Fewer or more pixels than width and height need. */
  readonly pixels?: number;
}

/** A GIF (https://www.w3.org/Graphics/GIF/spec-gif89a.txt) of frames of one colour each; the pixels of each colour are made once. */
function gif(width: number, height: number, frames: readonly Frame[]): Buffer {
  const head = Buffer.from('GIF89a\0\0\0\0\x80\0\0', 'latin1');
  head.writeUInt16LE(width, 6);
  head.writeUInt16LE(height, 8);
  const known = new Map<string, Buffer>();
  const parts = frames.map((frame) => {
    const key = JSON.stringify(frame);
    const part = known.get(key) ?? frameOf(frame);
    known.set(key, part);
    return part;
  });
  return Buffer.concat([head, RED_WHITE, ...parts, Buffer.from([0x3b])]);
}

function frameOf({
  left = 0,
  top = 0,
  width,
  height,
  colour,
  transparent,
  pixels: count = width * height,
}: Frame): Buffer {
  const control = transparent === undefined ? Buffer.alloc(0) : Buffer.from([0x21, 0xf9, 4, 1, 0, 0, transparent, 0]);
  const place = Buffer.from([0x2c, 0, 0, 0, 0, 0, 0, 0, 0, 0]);
  [left, top, width, height].forEach((value, index) => place.writeUInt16LE(value, 1 + index * 2));
  const pixels = lzw(colour, count);
  const blocks: Buffer[] = [];
  for (let at = 0; at < pixels.length; at += 255) {
    const block = pixels.subarray(at, at + 255);
    blocks.push(Buffer.from([block.length]), block);
  }
  return Buffer.concat([control, place, Buffer.from([2]), ...blocks, Buffer.from([0])]);
}

/** `count` times one value as GIF's LZW (appendix F): each code stands for a run that is one longer than the one before. */
function lzw(value: number, count: number): Buffer {
  const [clear, end] = [4, 5];
  const bytes: number[] = [];
  let [rest, bits, width, longest] = [0, 0, 3, 1];
  const put = (code: number) => {
    rest |= code << bits;
    bits += width;
    for (; bits >= 8; bits -= 8) {
      bytes.push(rest & 255);
      rest >>>= 8;
    }
  };
  put(clear);
  for (let left = count; left > 0;) {
    const run = Math.min(longest, left);
    put(run === 1 ? value : end + run - 1);
    left -= run;
    // The reader has learnt a run of `longest` by now, and a new one with each code but the first.
    if (longest > 1 && end + longest - 1 === 2 ** width - 1 && width < 12) width++;
    longest++;
    if (end + longest >= 4094) {
      put(clear);
      [width, longest] = [3, 1];
    }
  }
  put(end);
  bytes.push(rest & 255, rest >>> 8);
  return Buffer.from(bytes);
}

const one: Frame = { width: 16, height: 16, colour: 0 };
const webp = () => noise(100, 80).webp({ lossless: true }).toBuffer();

/** The size that a WebP of an animation or with transparency claims (https://developers.google.com/speed/webp/docs/riff_container). */
async function withCanvas(side: number): Promise<Buffer> {
  const bytes = await sharp([await picture().png().toBuffer(), await picture().negate().png().toBuffer()], {
    join: { animated: true },
  })
    .webp({ lossless: true })
    .toBuffer();
  const at = bytes.indexOf('VP8X') + 12;
  bytes.writeUIntLE(side - 1, at, 3);
  bytes.writeUIntLE(side - 1, at + 3, 3);
  return bytes;
}

export const GIF_FILES: readonly OddFile[] = [
  oddFile('of which only the header is left', 'image-corrupt', () => gif(16, 16, [one]).subarray(0, 13)),
  oddFile('that ends within its pixels', 'image-corrupt', async () => cut(await noise(60, 40).gif().toBuffer(), 0.6)),
  oddFile('without frames', 'image-corrupt', () => gif(16, 16, [])),
  oddFile('of 3001 frames', 'too-many-pages', () =>
    gif(
      16,
      16,
      Array.from({ length: 3001 }, () => one),
    ),
  ),
  oddFile('of 1000 frames of 2000 by 2000 pixels', 'animation-too-many-pixels', () =>
    gif(
      2000,
      2000,
      Array.from({ length: 1000 }, () => ({ ...one, width: 2000, height: 2000 })),
    ),
  ),
  // Decoders go by the frames, as browsers do.
  oddFile('that claims 65,535 by 65,535 pixels', '16x16 red', () => gif(65_535, 65_535, [one])),
  oddFile('of a frame of 65,535 by 65,535 pixels', 'image-too-many-pixels', () =>
    gif(16, 16, [{ ...one, width: 65_535, height: 65_535, pixels: 256 }]),
  ),
  oddFile('of 10,000 by 10,000 pixels, as much as is read', '10000x10000 red', () =>
    gif(10_000, 10_000, [{ ...one, width: 10_000, height: 10_000 }]),
  ),
  oddFile('of two frames', '16x16 red | 16x16 white', () => gif(16, 16, [one, { ...one, colour: 1 }])),
  oddFile(
    'of two frames, of which the second is asked for',
    '16x16 white',
    () => gif(16, 16, [one, { ...one, colour: 1 }]),
    {
      pages: '2',
    },
  ),
  oddFile('whose second frame is a part of the picture', '16x16 red | 16x16 red,red,red,white', () =>
    gif(16, 16, [one, { left: 8, top: 8, width: 8, height: 8, colour: 1 }]),
  ),
  oddFile('whose frame begins outside of it', '316x316 black', () => gif(16, 16, [{ ...one, left: 300, top: 300 }])),
  oddFile('that is transparent', '16x16 white', () => gif(16, 16, [{ ...one, transparent: 0 }])),
  oddFile('that is interlaced', QUARTERED, () => picture().gif({ progressive: true }).toBuffer()),
];

export const WEBP_FILES: readonly OddFile[] = [
  oddFile('of which only the header is left', 'image-corrupt', async () => (await webp()).subarray(0, 12)),
  oddFile('that ends within its pixels', 'image-corrupt', async () => cut(await webp(), 0.5)),
  oddFile('that ends with its last pixels', 'image-corrupt', async () => cut(await webp(), 0.97)),
  oddFile('of 16 million pixels a side', 'image-corrupt', () => withCanvas(2 ** 24)),
  oddFile('whose frames are smaller than it', '40x40 white | 40x40 white', () => withCanvas(40)),
  oddFile('that is animated', '20x10 red | 20x10 white', async () =>
    sharp(
      await Promise.all(
        ['#ff0000', '#ffffff'].map((background) =>
          sharp({ create: { width: 20, height: 10, channels: 3, background } })
            .png()
            .toBuffer(),
        ),
      ),
      { join: { animated: true } },
    )
      .webp({ lossless: true })
      .toBuffer(),
  ),
  oddFile('that is transparent', '20x10 white', () =>
    sharp({ create: { width: 20, height: 10, channels: 4, background: '#f000' } })
      .webp({ lossless: true })
      .toBuffer(),
  ),
  oddFile('without loss', QUARTERED, () => picture().webp({ lossless: true }).toBuffer()),
];
