import sharp from 'sharp';
import { expect, test } from 'vitest';
import { drawDocument } from './pictures.ts';

test('a line of the page is framed where it stands, on the page as it was turned', async () => {
  const image = await sharp({ create: { width: 100, height: 200, channels: 3, background: 'white' } })
    .png()
    .toBuffer();
  const box = { left: 40, top: 20, width: 100, height: 30 };
  const line = { text: 'a', confidence: 1, box, words: [] };
  const picture = await drawDocument(image, {
    schema: 'ocr-pipeline/document/2',
    engine: { name: 'null', version: '1', models: [] },
    pages: [{ number: 1, width: 200, height: 100, turn: 90, blocks: [{ box, lines: [line] }] }],
  });
  const { data, info } = await sharp(picture).raw().toBuffer({ resolveWithObject: true });
  expect([info.width, info.height]).toEqual([200, 100]);
  const isWhite = (x: number, y: number) => data[(y * info.width + x) * info.channels] === 255;
  expect([isWhite(10, 90), isWhite(140, 35), isWhite(190, 35)]).toEqual([true, false, true]);
});
