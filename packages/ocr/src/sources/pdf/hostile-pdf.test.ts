import { type PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { describe, expect, test } from 'vitest';
import { pdfOf } from '../../testing/pdf.ts';
import { openSource } from '../open-source.ts';
import { openPdfSource } from './pdf-source.ts';

const ascii = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** The first page of a PDF draws this form; the second is a page like any other. */
function pdfWithForm(form: (pdf: PDFDocument) => unknown): Promise<Uint8Array> {
  return pdfOf(async (pdf) => {
    const page = pdf.addPage([600, 800]);
    page.node.set(PDFName.of('Resources'), pdf.context.obj({ XObject: { F: form(pdf) as never } }));
    page.node.set(PDFName.of('Contents'), pdf.context.register(pdf.context.flateStream('/F Do')));
    pdf.addPage([72, 72]);
  });
}

describe('a PDF that cannot be opened says why', () => {
  const whole = pdfOf(async (pdf) => pdf.addPage([72, 72]));

  test.each([
    ['pdf-corrupt', async () => ascii('%PDF-1.7\nDear Sir or Madam,')],
    ['pdf-corrupt', async () => (await whole).subarray(0, 300)],
    ['pdf-empty', () => pdfOf(async () => undefined)],
    ['pdf-encrypted', () => pdfOf(async (pdf) => pdf.addPage() && pdf.encrypt({ userPassword: 'secret' }))],
    [
      'too-many-pages',
      () =>
        pdfOf(async (pdf) => {
          pdf.addPage();
          pdf.catalog.Pages().set(PDFName.of('Count'), pdf.context.obj(3001));
        }),
    ],
  ] as const)('%s', async (code, pdf) => {
    await expect(openPdfSource(await pdf())).rejects.toMatchObject({ code });
  });

  test('but one that is only kept from being changed is read', async () => {
    const locked = await pdfOf(async (pdf) => pdf.addPage([72, 72]) && pdf.encrypt({ ownerPassword: 'secret' }));
    expect(await (await openPdfSource(locked)).raster(0)).toMatchObject({ width: 300, height: 300 });
  });
});

test('what stands in front of a PDF is passed over', async () => {
  const pdf = await pdfOf(async (document) => document.addPage([72, 72]));
  const mailed = Buffer.concat([Buffer.from('Content-Type: application/pdf\n\n'), pdf]);
  const source = await openSource(mailed);
  expect(await source.raster(0)).toMatchObject({ width: 300, height: 300 });
});

describe('a page that cannot be drawn fails alone', () => {
  test.each([
    [
      'pdf-page-corrupt',
      'is no page',
      () =>
        pdfOf(async (pdf) => {
          const { ref } = pdf.addPage();
          pdf.addPage([72, 72]);
          pdf.context.assign(ref, pdf.context.obj(42));
        }),
    ],
    [
      'pdf-page-too-large',
      'is a kilometre wide',
      () =>
        pdfOf(async (pdf) => {
          pdf.addPage([2_834_646, 72]);
          pdf.addPage([72, 72]);
        }),
    ],
    [
      'page-memory',
      'draws itself within itself',
      () =>
        pdfWithForm(({ context }) => {
          const form = context.nextRef();
          const dictionary = { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 600, 800] };
          context.assign(form, context.stream('/F Do /F Do', { ...dictionary, Resources: { XObject: { F: form } } }));
          return form;
        }),
    ],
  ] as const)('%s: a page that %s', async (code, _, pdf) => {
    const source = await openPdfSource(await pdf());
    expect(source.pageCount).toBe(2);
    await expect(source.raster(0)).rejects.toMatchObject({ code, message: expect.stringMatching(/^Page 1 /) });
    expect(await source.raster(1)).toMatchObject({ width: 300, height: 300 });
  });
});
