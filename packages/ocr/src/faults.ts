import { Fault } from '@ocr-pipeline/fault';

// Every way in which reading can fail for good, in one place, so that the messages read alike.

const READABLE = 'PDF, PNG, JPEG, TIFF, WebP, GIF and BMP';

export function inputEmpty(): Fault {
  return new Fault('input-empty', 'The input has 0 bytes, a document has more', {
    hint: 'Check that the file was uploaded or saved completely, then send it again.',
  });
}

export function inputTooLarge(bytes: number, most: number): Fault {
  return new Fault('input-too-large', `The input has ${bytes} bytes; at most ${most} are read`, {
    hint: 'Split the file and send its parts.',
  });
}

/** What it was said to be can be read, what it is cannot. */
export function notAsDeclared(declared: string, found: string): Fault {
  return new Fault('not-as-declared', `The input was declared as ${declared}, but by its bytes it is ${found}`, {
    hint: `Check that the right file was sent; if it was, save it as one of ${READABLE} with the program that made it.`,
  });
}

export function unsupportedType(found: string): Fault {
  return new Fault('unsupported-type', `The input is ${found}; ${READABLE} can be read`, {
    hint: `Convert the page to one of ${READABLE} and send that.`,
  });
}

export function imageTooManyPixels(width: number, height: number, most: number): Fault {
  const megapixels = (count: number) => Math.round(count / 1e6);
  return new Fault(
    'image-too-many-pixels',
    `The image has ${width} x ${height} pixels (${megapixels(width * height)} megapixels); at most ${megapixels(most)} megapixels are read`,
    { hint: 'Scale the image down: 300 dots per inch are enough for print.' },
  );
}

export function animationTooManyPixels(frames: number, width: number, height: number, most: number): Fault {
  const megapixels = (count: number) => Math.round(count / 1e6);
  return new Fault(
    'animation-too-many-pixels',
    `The animation has ${frames} frames of ${width} x ${height} pixels (${megapixels(frames * width * height)} megapixels); at most ${megapixels(most)} megapixels are read`,
    { hint: 'Save the frames that hold text as single images, and send those.' },
  );
}

export function imageCorrupt(type: string, cause: unknown): Fault {
  return new Fault('image-corrupt', `The input begins as ${type}, but cannot be decoded as one to its end`, {
    hint: 'Open the file in an image viewer and save it again, or scan the page again.',
    cause,
  });
}

/** A file that is whole, of a kind that nearly no scanner writes. */
export function imageUnsupported(type: string, found: string): Fault {
  return new Fault('image-unsupported', `The input is ${type} with ${found}; pixels of 1 to 16 bits are read`, {
    hint: 'Open the file in an image viewer and save it as a PNG.',
  });
}

/** One page of a TIFF is listed where the file has ended. */
export function tiffPageMissing(number: number, at: number, size: number): Fault {
  return new Fault(
    'tiff-page-missing',
    `Page ${number} of the TIFF should be at byte ${at}, the file ends at ${size}`,
    {
      hint: 'Fetch the file again: it is cut short. If it is whole, save it again with an image viewer.',
    },
  );
}

export function tiffPagesCircular(number: number, known: number): Fault {
  return new Fault('tiff-pages-circular', `Page ${number} of the TIFF is said to be its page ${known} again`, {
    hint: 'Save the file again with an image viewer; the pages before this one were read.',
  });
}

export function bmpUnsupported(found: string): Fault {
  return new Fault(
    'bmp-unsupported',
    `The BMP has ${found}; uncompressed and run-length encoded ones of 1 to 32 bits are read`,
    {
      hint: 'Open the file in an image viewer and save it as a PNG.',
    },
  );
}

export function pdfEncrypted(): Fault {
  return new Fault('pdf-encrypted', 'The PDF can be opened with a password only, and none is taken', {
    hint: 'Save it again without a password (`qpdf --decrypt --password=... in.pdf out.pdf`) and send that.',
  });
}

export function pdfCorrupt(cause: unknown): Fault {
  return new Fault('pdf-corrupt', 'The input begins as a PDF, but PDFium finds no document in it', {
    hint: 'Open the file in a PDF viewer and save it again; if it cannot be opened there, fetch it again: it may be cut short.',
    cause,
  });
}

export function pdfEmpty(): Fault {
  return new Fault('pdf-empty', 'The PDF has 0 pages, a document has at least 1', {
    hint: 'Open the file in a PDF viewer: if it shows pages there, save it again and send that.',
  });
}

/** A PDF that can be read, but to which no text can be added. */
export function pdfNotExtendable(why: 'encrypted' | 'damaged', cause?: unknown): Fault {
  return new Fault('pdf-not-extendable', `The PDF is ${why}: its text can be read, but none can be added to it`, {
    hint: 'Take the text or the JSON, or save the PDF again without protection (`qpdf --decrypt in.pdf out.pdf`) and send that.',
    cause,
  });
}

export function pdfPageCorrupt(number: number, cause: unknown): Fault {
  return new Fault('pdf-page-corrupt', `Page ${number} is listed in the PDF, but cannot be drawn`, {
    hint: 'Print the page to a new PDF, or scan it again.',
    cause,
  });
}

export function pdfPageMemory(number: number, bytes: number): Fault {
  return new Fault('page-memory', `Page ${number} takes more than ${Math.round(bytes / 1e6)} MB of memory to draw`, {
    hint: 'Print the page to a new PDF, or scan it again at 300 dots per inch.',
  });
}

/** A scan that is there and cannot be decoded would pass for an empty page. */
export function pdfImageCorrupt(number: number): Fault {
  return new Fault('pdf-image-corrupt', `Page ${number} of the PDF has an image, but that cannot be decoded`, {
    hint: 'Open the file in another PDF viewer: if the page is seen there, print it to a new PDF; else scan it again.',
  });
}

export function pdfPageTooLarge(number: number, width: number, height: number, most: number): Fault {
  return new Fault(
    'pdf-page-too-large',
    `Page ${number} of the PDF has ${Math.round(width)} x ${Math.round(height)} points; a side has at most ${most}`,
    { hint: 'Print the page to a new PDF at a size of paper that exists.' },
  );
}

export function tooManyPages(pages: number, most: number): Fault {
  return new Fault('too-many-pages', `The input has at least ${pages} pages; at most ${most} are read`, {
    hint: 'Split the file and send its parts.',
  });
}

export function badPageRanges(ranges: string): Fault {
  return new Fault('bad-page-ranges', `The pages are given as ${JSON.stringify(ranges)}, not as in 1-3,7,9-`, {
    hint: 'Give numbers from 1 and ranges of them, with commas between; a range without an end goes to the last page.',
  });
}

export function pageNotThere(number: number, pages: number): Fault {
  return new Fault('page-not-there', `Page ${number} was asked for; the document has ${pages}`, {
    hint: 'Ask for pages that the document has, or leave the pages out to read all.',
  });
}

/** The one answer when nothing of a document could be read; each page alone says what ails it. */
export function noPageReadable(pages: number, first: { readonly message: string }): Fault {
  return new Fault('no-page-readable', `None of the ${pages} pages can be read; the first: ${first.message}`, {
    hint: 'Open the file in a viewer: if its pages are seen there, save it again and send that.',
  });
}

export function nativePackageMissing(name: string, cause: unknown): Fault {
  return new Fault('ocr-package-missing', `Reading needs the package ${name}, which is not installed here`, {
    hint: 'Run `npm install` in the project, or attach the layer that carries it to the function.',
    cause,
  });
}

export function modelMissing(name: string, path: string): Fault {
  return new Fault('model-missing', `The model ${name} should be at ${path}, where there is no file`, {
    hint: 'Install the dependencies again, or point the engine at a folder that holds every model file.',
  });
}

export function modelUnreadable(name: string, path: string, cause: NodeJS.ErrnoException): Fault {
  return new Fault('model-unreadable', `The model ${name} is at ${path}, and cannot be read there (${cause.code})`, {
    hint: 'Give the user that the reader runs as the right to read that file, or point the engine at another folder.',
    cause,
  });
}

export function modelChanged(name: string, expected: string, found: string): Fault {
  return new Fault('model-changed', `The model ${name} has sha256 ${found}; this version was proven with ${expected}`, {
    hint: 'Install the dependencies again: the file was changed or belongs to another version.',
  });
}

export function documentNotOfInput(found: string, expected: string): Fault {
  return new Fault('document-not-of-input', `The document has ${found}, the input ${expected}`, {
    hint: 'Give the document that was read from exactly this input.',
  });
}
