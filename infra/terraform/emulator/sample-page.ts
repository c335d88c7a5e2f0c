import { join } from 'node:path';
import sharp from 'sharp';

/** The lines of the sample page, as they must be read. */
export const SAMPLE_LINES = ['Order number 48213', 'Delivered on Monday', 'Total 1750.25 EUR'];

/** A page as a scanner at 200 dpi would give it, in DejaVu Sans of 12 points: PNG bytes. */
export async function samplePage(root: string): Promise<Uint8Array<ArrayBuffer>> {
  const text = {
    text: SAMPLE_LINES.join('\n\n'),
    font: 'DejaVu Sans 12',
    fontfile: join(root, 'node_modules/dejavu-fonts-ttf/ttf/DejaVuSans.ttf'),
    dpi: 200,
  };
  // sharp draws white on black, and turns colours round at the end, whatever the order of the calls.
  const png = await sharp({ text })
    .extend({ top: 120, bottom: 400, left: 120, right: 240, background: 'black' })
    .negate()
    .png()
    .toBuffer();
  return new Uint8Array(png);
}
