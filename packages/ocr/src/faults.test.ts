import { crc32, deflateSync } from 'node:zlib';
import { formatFault, isFault } from '@ocr-pipeline/fault';
import { beforeAll, describe, expect, test } from 'vitest';
import { degrade } from '../../../test/typeset/degrade.ts';
import { typesetPage } from '../../../test/typeset/typeset-page.ts';
import { decode } from './decode.ts';
import {
  bmpUnsupported,
  animationTooManyPixels,
  badPageRanges,
  documentNotOfInput,
  imageTooManyPixels,
  imageUnsupported,
  inputTooLarge,
  modelChanged,
  modelMissing,
  modelUnreadable,
  noPageReadable,
  notAsDeclared,
  pageNotThere,
  pdfCorrupt,
  pdfEmpty,
  pdfEncrypted,
  pdfImageCorrupt,
  pdfNotExtendable,
  pdfPageCorrupt,
  pdfPageMemory,
  pdfPageTooLarge,
  tiffPageMissing,
  tiffPagesCircular,
  tooManyPages,
} from './faults.ts';

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
      "error[input-empty]: The input has 0 bytes, a document has more

      hint: Check that the file was uploaded or saved completely, then send it again."
    `);
  });

  test.each([
    ['an SVG', '<?xml version="1.0"?>\n<!-- drawn --><svg xmlns="http://www.w3.org/2000/svg"/>'],
    ['an SVG', '\n<svg width="10"></svg>'],
    ['a ZIP archive', 'PK\x03\x04\x14\x00'],
    ['a HEIC', '\x00\x00\x00\x18ftypheic'],
    ['an HTML page', '<!DOCTYPE html><html><body><svg></svg></body></html>'],
    ['of no known type', 'Dear Sir or Madam,'],
    ['of no known type', '\x89PNG'],
  ])('%s', async (name, content) => {
    expect(await printed(ascii(content))).toBe(
      `error[unsupported-type]: The input is ${name}; PDF, PNG, JPEG, TIFF, WebP, GIF and BMP can be read\n\nhint: Convert the page to one of PDF, PNG, JPEG, TIFF, WebP, GIF and BMP and send that.`,
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
    pdfEncrypted(),
    pdfCorrupt('a cause'),
    pdfEmpty(),
    pdfNotExtendable('encrypted'),
    bmpUnsupported('7 bits per pixel'),
    pdfPageCorrupt(7, 'a cause'),
    pdfPageTooLarge(7, 144_000, 100, 14_400),
    tooManyPages(3001, 3000),
    inputTooLarge(600, 500),
    notAsDeclared('a PDF', 'an HTML page'),
    animationTooManyPixels(3000, 600, 600, 1e9),
    tiffPageMissing(3, 900, 800),
    tiffPagesCircular(4, 2),
    badPageRanges('3-1'),
    pageNotThere(9, 7),
    pdfImageCorrupt(7),
    pdfPageMemory(7, 805_306_368),
    imageUnsupported('a TIFF', 'pixels of the type float'),
    noPageReadable(2, pdfPageCorrupt(1, 'a cause')),
    modelUnreadable('det', '/models/det.onnx', Object.assign(new Error('a cause'), { code: 'EACCES' })),
  ];
  expect(faults.map(formatFault).join('\n\n')).toMatchInlineSnapshot(`
    "error[image-too-many-pixels]: The image has 30000 x 5000 pixels (150 megapixels); at most 100 megapixels are read

    hint: Scale the image down: 300 dots per inch are enough for print.

    error[model-missing]: The model det should be at /models/det.onnx, where there is no file

    hint: Install the dependencies again, or point the engine at a folder that holds every model file.

    error[model-changed]: The model det has sha256 bb; this version was proven with aa

    hint: Install the dependencies again: the file was changed or belongs to another version.

    error[document-not-of-input]: The document has 2 pages, the input 1

    hint: Give the document that was read from exactly this input.

    error[pdf-encrypted]: The PDF can be opened with a password only, and none is taken

    hint: Save it again without a password (\`qpdf --decrypt --password=... in.pdf out.pdf\`) and send that.

    error[pdf-corrupt]: The input begins as a PDF, but PDFium finds no document in it

    hint: Open the file in a PDF viewer and save it again; if it cannot be opened there, fetch it again: it may be cut short.

    error[pdf-empty]: The PDF has 0 pages, a document has at least 1

    hint: Open the file in a PDF viewer: if it shows pages there, save it again and send that.

    error[pdf-not-extendable]: The PDF is encrypted: its text can be read, but none can be added to it

    hint: Take the text or the JSON, or save the PDF again without protection (\`qpdf --decrypt in.pdf out.pdf\`) and send that.

    error[bmp-unsupported]: The BMP has 7 bits per pixel; uncompressed and run-length encoded ones of 1 to 32 bits are read

    hint: Open the file in an image viewer and save it as a PNG.

    error[pdf-page-corrupt]: Page 7 is listed in the PDF, but cannot be drawn

    hint: Print the page to a new PDF, or scan it again.

    error[pdf-page-too-large]: Page 7 of the PDF has 144000 x 100 points; a side has at most 14400

    hint: Print the page to a new PDF at a size of paper that exists.

    error[too-many-pages]: The input has at least 3001 pages; at most 3000 are read

    hint: Split the file and send its parts.

    error[input-too-large]: The input has 600 bytes; at most 500 are read

    hint: Split the file and send its parts.

    error[not-as-declared]: The input was declared as a PDF, but by its bytes it is an HTML page

    hint: Check that the right file was sent; if it was, save it as one of PDF, PNG, JPEG, TIFF, WebP, GIF and BMP with the program that made it.

    error[animation-too-many-pixels]: The animation has 3000 frames of 600 x 600 pixels (1080 megapixels); at most 1000 megapixels are read

    hint: Save the frames that hold text as single images, and send those.

    error[tiff-page-missing]: Page 3 of the TIFF should be at byte 900, the file ends at 800

    hint: Fetch the file again: it is cut short. If it is whole, save it again with an image viewer.

    error[tiff-pages-circular]: Page 4 of the TIFF is said to be its page 2 again

    hint: Save the file again with an image viewer; the pages before this one were read.

    error[bad-page-ranges]: The pages are given as "3-1", not as in 1-3,7,9-

    hint: Give numbers from 1 and ranges of them, with commas between; a range without an end goes to the last page.

    error[page-not-there]: Page 9 was asked for; the document has 7

    hint: Ask for pages that the document has, or leave the pages out to read all.

    error[pdf-image-corrupt]: Page 7 of the PDF has an image, but that cannot be decoded

    hint: Open the file in another PDF viewer: if the page is seen there, print it to a new PDF; else scan it again.

    error[page-memory]: Page 7 takes more than 805 MB of memory to draw

    hint: Print the page to a new PDF, or scan it again at 300 dots per inch.

    error[image-unsupported]: The input is a TIFF with pixels of the type float; pixels of 1 to 16 bits are read

    hint: Open the file in an image viewer and save it as a PNG.

    error[no-page-readable]: None of the 2 pages can be read; the first: Page 1 is listed in the PDF, but cannot be drawn

    hint: Open the file in a viewer: if its pages are seen there, save it again and send that.

    error[model-unreadable]: The model det is at /models/det.onnx, and cannot be read there (EACCES)

    hint: Give the user that the reader runs as the right to read that file, or point the engine at another folder."
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
