import sharp from 'sharp';
import { noise, type OddFile, oddFile } from './odd-file.ts';

const plain = (width: number, height: number, background: string) => () =>
  sharp({ create: { width, height, channels: 3, background } })
    .png()
    .toBuffer();

/** Black and white rows, `rows` of each. */
function stripes(width: number, height: number, rows: number): Promise<Buffer> {
  const data = Buffer.alloc(width * height, 255);
  for (let top = 0; top < height; top += rows * 2) data.fill(0, top * width, Math.min(top + rows, height) * width);
  return sharp(data, { raw: { width, height, channels: 1 } })
    .png()
    .toBuffer();
}

/** Pages without text that an engine could stumble over: they are read, and nothing is found on them. */
export const STRANGE_PAGES: readonly OddFile[] = [
  oddFile('of one pixel', '1x1 nothing', plain(1, 1, '#000')),
  oddFile('of four pixels', '2x2 nothing', () => noise(2, 2).png().toBuffer()),
  oddFile('one pixel wide and 60,000 high', '1x60000 nothing', plain(1, 60_000, '#000')),
  oddFile('one pixel high and 60,000 wide', '60000x1 nothing', plain(60_000, 1, '#000')),
  oddFile('three pixels wide and 20,000 high, of noise', '3x20000 nothing', () => noise(3, 20_000).png().toBuffer()),
  oddFile('40 pixels high and 30,000 wide, of noise', '30000x40 nothing', () => noise(30_000, 40).png().toBuffer()),
  oddFile('of nothing but black', '2480x3508 nothing', plain(2480, 3508, '#000')),
  oddFile('of nothing but white', '2480x3508 nothing', plain(2480, 3508, '#fff')),
  oddFile('of noise', '1240x1754 nothing', () => noise(1240, 1754).png().toBuffer()),
  oddFile('of stripes', '1240x1754 nothing', () => stripes(1240, 1754, 20)),
  oddFile('of 100 megapixels', '10000x10000 nothing', plain(10_000, 10_000, '#fff')),
];
