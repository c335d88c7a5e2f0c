import sharp from 'sharp';
import { ascii, cut, noise, type OddFile, oddFile, picture, QUARTERED } from './odd-file.ts';

const whole = () => noise(60, 40).jpeg().toBuffer();
/** Larger than a block of 8 by 8 pixels, so that its colours come through. */
const LARGE_PNG = await picture().resize(200, 100, { kernel: 'nearest' }).png().toBuffer();
const large = () => sharp(LARGE_PNG);
const LARGE = QUARTERED.replace('20x10', '200x100');
const best = { quality: 100, chromaSubsampling: '4:4:4' } as const;
const good = () => large().jpeg(best).toBuffer();

/** Where a marker of a file begins (ITU-T T.81, B.1.1.2). */
const marker = (bytes: Buffer, code: number) => bytes.indexOf(Buffer.from([0xff, code]));

/** The file with another size in its frame header (ITU-T T.81, B.2.2). */
function withSize(bytes: Buffer, width: number, height: number): Buffer {
  const copy = Buffer.from(bytes);
  const at = marker(copy, 0xc0);
  copy.writeUInt16BE(height, at + 5);
  copy.writeUInt16BE(width, at + 7);
  return copy;
}

function withSegment(bytes: Buffer, code: number, data: Buffer): Buffer {
  const head = Buffer.from([0xff, code, 0, 0]);
  head.writeUInt16BE(data.length + 2, 2);
  return Buffer.concat([bytes.subarray(0, 2), head, data, bytes.subarray(2)]);
}

/** What is stored when a viewer must do to it what an EXIF orientation says (CIPA DC-008, "Orientation"). */
async function stored(orientation: number): Promise<Buffer> {
  const turns: Readonly<Record<number, number>> = { 3: 180, 4: 180, 5: 90, 6: 270, 7: 270, 8: 90 };
  const turned = await large()
    .rotate(turns[orientation] ?? 0)
    .png()
    .toBuffer();
  // Mirrored left to right: sharp mirrors before it turns, so this is a step of its own.
  const isMirrored = [2, 4, 5, 7].includes(orientation);
  return sharp(turned).flop(isMirrored).withMetadata({ orientation }).jpeg(best).toBuffer();
}

export const JPEG_FILES: readonly OddFile[] = [
  oddFile('of which only the first bytes are left', 'image-corrupt', async () => (await whole()).subarray(0, 4)),
  oddFile('that ends within its tables', 'image-corrupt', async () => (await whole()).subarray(0, 100)),
  oddFile('that ends within its pixels', 'image-corrupt', async () => cut(await whole(), 0.6)),
  oddFile('that ends with its last pixels', 'image-corrupt', async () => cut(await whole(), 0.97)),
  oddFile('that claims 65,500 pixels a side', 'image-too-many-pixels', async () =>
    withSize(await whole(), 65_500, 65_500),
  ),
  // It has a regular end, so that no byte is missing: every decoder fills up.
  oddFile('that claims more rows than it has', '60x4000 grey', async () => withSize(await whole(), 60, 4000)),
  oddFile('without height', 'image-corrupt', async () => withSize(await whole(), 60, 0)),
  oddFile('with bytes behind its end', LARGE, async () => Buffer.concat([await good(), ascii('garbage'.repeat(999))])),
  oddFile('with another picture behind its end', LARGE, async () => Buffer.concat([await good(), await whole()])),
  oddFile('without the marker at its end', 'image-corrupt', async () => (await good()).subarray(0, -2)),
  oddFile('with EXIF that is none', LARGE, async () =>
    withSegment(await good(), 0xe1, ascii(`Exif\0\0II*\0\xff\xff\xff\xff${'\xff'.repeat(200)}`)),
  ),
  oddFile('with a colour profile that is none', LARGE, async () =>
    withSegment(await good(), 0xe2, ascii(`ICC_PROFILE\0\x01\x01${'\xff'.repeat(300)}`)),
  ),
  oddFile('that is progressive', LARGE, () =>
    large()
      .jpeg({ ...best, progressive: true })
      .toBuffer(),
  ),
  oddFile('of one pixel', '1x1 red', () =>
    picture().extract({ left: 0, top: 0, width: 1, height: 1 }).jpeg(best).toBuffer(),
  ),
  oddFile('of 3 by 65,000 pixels', '3x65000 grey', () =>
    noise(1, 1).resize(3, 65_000).linear(0, 128).jpeg().toBuffer(),
  ),
  oddFile('of grey', '60x40 grey', () => noise(60, 40).linear(0, 128).jpeg().toBuffer()),
  oddFile('of CMYK as Adobe stores it', LARGE, () => large().toColourspace('cmyk').jpeg(best).toBuffer()),
  oddFile('with the colours of another profile', LARGE, () => large().withIccProfile('p3').jpeg(best).toBuffer()),
  ...[1, 2, 3, 4, 5, 6, 7, 8].map((orientation) =>
    oddFile(`of EXIF orientation ${orientation}`, LARGE, () => stored(orientation)),
  ),
];
