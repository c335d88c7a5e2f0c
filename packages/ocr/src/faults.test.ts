import { crc32, deflateSync } from 'node:zlib';
import { formatFault, isFault } from '@ocr-pipeline/fault';
import { beforeAll, describe, expect, test } from 'vitest';
import { degrade } from '../../../test/typeset/degrade.ts';
import { typesetPage } from '../../../test/typeset/typeset-page.ts';
import { decode } from './decode.ts';
import { documentNotOfInput, imageTooManyPixels, modelChanged, modelMissing } from './faults.ts';

async function printed(bytes: Uint8Array): Promise<string> {
  try {
    await decode(bytes);
  } catch (error) {
    if (isFault(error)) return formatFault(error);
    throw error;
  }
  return 'no fault';
}

const ascii = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

let png: Uint8Array;
let jpeg: Uint8Array;

beforeAll(async () => {
  png = await typesetPage({ text: 'A page', width: 300, height: 200, margin: 40 });
  jpeg = await degrade(png, { seed: 3 });
});

describe('input that can never be read says so', () => {
  test('nothing at all', async () => {
    expect(await printed(new Uint8Array())).toMatchInlineSnapshot(`
      "error[image-empty]: The input has 0 bytes, an image has more

      hint: Check that the file was uploaded or saved completely, then send it again."
    `);
  });

  test.each([
    ['an SVG', '<?xml version="1.0"?>\n<!-- drawn --><svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['an SVG', '\n<svg width="10"></svg>'],
    ['a PDF', '%PDF-1.7\n'],
    ['a ZIP archive', 'PK\x03\x04\x14\x00'],
    ['a TIFF', 'II*\x00\x08\x00\x00\x00'],
    ['a HEIF or AVIF', '\x00\x00\x00\x18ftypheic'],
    ['an HTML page', '<!DOCTYPE html><html><body><svg></svg></body></html>'],
    ['of no known type', 'Dear Sir or Madam,'],
    ['of no known type', '\x89PNG'],
  ])('%s', async (name, content) => {
    expect(await printed(ascii(content))).toBe(
      `error[unsupported-type]: The input is ${name}; PNG, JPEG, WebP and GIF can be read\n\nhint: Convert the page to one of PNG, JPEG, WebP and GIF and send that.`,
    );
  });

  test('an image of more pixels than a page can have, by its header alone', async () => {
    expect(await printed(pngHeader(20_000, 20_000))).toMatchInlineSnapshot(`
      "error[image-too-many-pixels]: The image has 20000 x 20000 pixels (400 megapixels); at most 100 megapixels are read

      hint: Scale the image down: 300 dots per inch are enough for print."
    `);
  });

  test('a PNG that ends too early, wherever it is cut', async () => {
    expect(await printed(png)).toBe('no fault');
    for (let share = 1; share < 10; share++) {
      const cut = png.subarray(0, Math.floor((png.length * share) / 10));
      expect(await printed(cut)).toMatch(/^error\[image-corrupt\]: The input begins as a PNG, but cannot be decoded/);
    }
  });

  test('a JPEG that ends too early, wherever it is cut', async () => {
    expect(await printed(jpeg)).toBe('no fault');
    for (let share = 1; share < 10; share++) {
      const cut = jpeg.subarray(0, Math.floor((jpeg.length * share) / 10));
      expect(await printed(cut)).toMatch(/^error\[image-corrupt\]: The input begins as a JPEG, but cannot be decoded/);
    }
  });
});

test('every other fault has its two facts and a next step', () => {
  const faults = [
    imageTooManyPixels(30_000, 5000, 1e8),
    modelMissing('det', '/models/det.onnx'),
    modelChanged('det', 'aa', 'bb'),
    documentNotOfInput('2 pages', '1'),
  ];
  expect(faults.map(formatFault).join('\n\n')).toMatchInlineSnapshot(`
    "error[image-too-many-pixels]: The image has 30000 x 5000 pixels (150 megapixels); at most 100 megapixels are read

    hint: Scale the image down: 300 dots per inch are enough for print.

    error[model-missing]: The model det should be at /models/det.onnx, where there is no file

    hint: Install the dependencies again, or point the engine at a folder that holds every model file.

    error[model-changed]: The model det has sha256 bb; this version was proven with aa

    hint: Install the dependencies again: the file was changed or belongs to another version.

    error[document-not-of-input]: The document has 2 pages, the input 1

    hint: Give the document that was read from exactly this input."
  `);
});

/** A PNG of one scan line whose header claims more. */
function pngHeader(width: number, height: number): Uint8Array {
  const header = new Uint8Array(13);
  const view = new DataView(header.buffer);
  view.setUint32(0, width);
  view.setUint32(4, height);
  header.set([8, 0, 0, 0, 0], 8);
  const parts = [
    ascii('\x89PNG\r\n\x1a\n'),
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(new Uint8Array(width + 1))),
  ];
  return Buffer.concat(parts);
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const bytes = new Uint8Array(12 + data.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, data.length);
  bytes.set(ascii(type), 4);
  bytes.set(data, 8);
  view.setUint32(8 + data.length, crc32(bytes.subarray(4, 8 + data.length)));
  return bytes;
}
