import { deflateSync } from 'node:zlib';
import { degrees, type PDFDocument, PDFName, type PDFPage, rgb } from '@cantoo/pdf-lib';
import { pdfOf } from '../pdf.ts';
import { ascii, cut, noise, type OddFile, oddFile, spoilt } from './odd-file.ts';

const RED = rgb(1, 0, 0);

/** One inch, drawn at 300 dots: the first quarter red, the last one black. */
function drawPicture(page: PDFPage): PDFPage {
  page.drawRectangle({ x: 0, y: 36, width: 36, height: 36, color: RED });
  page.drawRectangle({ x: 36, y: 0, width: 36, height: 36 });
  return page;
}
const SEEN = '300x300 red,white,white,black';
const onePage = (change: (page: PDFPage, pdf: PDFDocument) => unknown = () => undefined) =>
  pdfOf(async (pdf) => change(drawPicture(pdf.addPage([72, 72])), pdf));

/** A PDF of these objects by number, written as they stand, without a cross-reference table: readers look for them. */
const raw = (...objects: readonly (string | Buffer)[]): Buffer =>
  Buffer.concat([
    ascii('%PDF-1.7\n'),
    ...objects.flatMap((object, index) => [ascii(`${index + 1} 0 obj `), Buffer.from(object), ascii(' endobj\n')]),
    ascii('trailer <</Root 1 0 R>>\n'),
  ]);
const CATALOG = '<</Type/Catalog/Pages 2 0 R>>';
const PAGES = '<</Type/Pages/Count 1/Kids[3 0 R]>>';
const PAGE = '<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]>>';
const page = (entries: string) => raw(CATALOG, PAGES, `<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]${entries}>>`);
const stream = (data: Buffer, entries = '') =>
  Buffer.concat([ascii(`<</Length ${data.length}${entries}>>stream\n`), data, ascii('\nendstream')]);
/** A page of 72 by 72 points that draws `content`. */
const drawing = (content: Buffer, entries = '', ...more: readonly Buffer[]) =>
  raw(CATALOG, PAGES, `<</Type/Page/Parent 2 0 R/MediaBox[0 0 72 72]/Contents 4 0 R${entries}>>`, content, ...more);

/** So many zeros, compressed. */
const bomb = (bytes: number): Buffer => deflateSync(Buffer.alloc(bytes), { level: 1 });
let gigabyte: Buffer | undefined;
/** More than PDFium may take; made once, which takes two seconds. */
const gigabyteBomb = (): Buffer => (gigabyte ??= bomb(1e9));

const image = (width: number, height: number, data: Buffer) =>
  stream(
    data,
    `/Type/XObject/Subtype/Image/Width ${width}/Height ${height}/BitsPerComponent 1/ColorSpace/DeviceGray/Filter/FlateDecode`,
  );
const showing = (picture: Buffer) =>
  drawing(stream(ascii('72 0 0 72 0 0 cm /I Do')), '/Resources<</XObject<</I 5 0 R>>>>', picture);

/** Pages within pages, `depth` deep, around one page. */
function nested(depth: number): Buffer {
  const inner = Array.from({ length: depth }, (_, index) => `<</Type/Pages/Count 1/Kids[${index + 3} 0 R]>>`);
  return raw(CATALOG, ...inner, `<</Type/Page/Parent ${depth + 1} 0 R/MediaBox[0 0 72 72]>>`);
}

const action = (entries: Record<string, string>) => (_: PDFPage, pdf: PDFDocument) =>
  pdf.catalog.set(PDFName.of('OpenAction'), pdf.context.obj(entries));

export const PDF_FILES: readonly OddFile[] = [
  oddFile('of which only the first line is left', 'pdf-corrupt', () => ascii('%PDF-1.7\n')),
  oddFile('that is cut to a third', 'pdf-corrupt', async () => cut(await onePage(), 0.33)),
  oddFile('that lacks its last line', SEEN, async () => (await onePage()).subarray(0, -6)),
  oddFile('that ends within the root of its objects', 'pdf-corrupt', async () => (await onePage()).subarray(0, -40)),
  oddFile('whose table of objects is wrong', SEEN, async () => {
    const bytes = Buffer.from(await onePage());
    return spoilt(bytes, bytes.lastIndexOf('startxref') + 11);
  }),
  oddFile('whose updates refer to each other', 'pdf-corrupt', () =>
    ascii('%PDF-1.7\nxref\n0 0\ntrailer <</Prev 9>>\nstartxref\n9\n%%EOF'),
  ),
  oddFile('with a password', 'pdf-encrypted', () => onePage((_, pdf) => pdf.encrypt({ userPassword: 'secret' }))),
  oddFile('with a password of its owner only', SEEN, () =>
    onePage((_, pdf) => pdf.encrypt({ ownerPassword: 'secret' })),
  ),
  oddFile('encrypted in a way that there is not', 'pdf-encrypted', () =>
    Buffer.concat([
      raw(CATALOG, PAGES, PAGE).subarray(0, -24),
      ascii('trailer <</Root 1 0 R/ID[(a)(a)]/Encrypt<</Filter/Unheard/V 9/R 9>>>>\n'),
    ]),
  ),
  oddFile('without pages', 'pdf-empty', () => pdfOf(async () => undefined)),
  oddFile('without a list of pages', 'pdf-corrupt', () => raw('<</Type/Catalog>>')),
  oddFile('whose list of pages holds itself', 'pdf-page-corrupt', () =>
    raw(CATALOG, '<</Type/Pages/Count 1/Kids[2 0 R]>>'),
  ),
  oddFile('with pages within pages, 500 deep', '300x300 white', () => nested(500)),
  oddFile('with pages within pages, 20,000 deep', 'pdf-page-corrupt', () => nested(20_000)),
  oddFile('that claims 100,000 pages', 'too-many-pages', () =>
    raw(CATALOG, '<</Type/Pages/Count 100000/Kids[3 0 R]>>', PAGE),
  ),
  oddFile('that claims more pages than it has', '300x300 white | !pdf-page-corrupt', () =>
    raw(CATALOG, '<</Type/Pages/Count 2/Kids[3 0 R]>>', PAGE),
  ),
  oddFile('of three pages, the second broken', `${SEEN} | !pdf-page-corrupt | 300x300 white`, () =>
    pdfOf(async (pdf) => {
      drawPicture(pdf.addPage([72, 72]));
      const { ref } = pdf.addPage([72, 72]);
      pdf.addPage([72, 72]);
      pdf.context.assign(ref, pdf.context.obj(42));
    }),
  ),
  oddFile('of arrays within arrays, 100,000 deep', '300x300 white', () => page(`/Odd ${'['.repeat(100_000)}`)),
  // Letter size, as browsers show it.
  oddFile('of a page without size', '2550x3300 white', () => raw(CATALOG, PAGES, PAGE.replace('72 72', '0 0'))),
  oddFile('of a page whose size is given backward', '300x300 white', () =>
    raw(CATALOG, PAGES, PAGE.replace('0 0 72 72', '72 72 0 0')),
  ),
  oddFile('of a page whose size is no number', '2550x3300 white', () =>
    raw(CATALOG, PAGES, PAGE.replace('72 72', '/A (b)')),
  ),
  oddFile('of a page of 144,000 points a side', 'pdf-page-too-large', () =>
    raw(CATALOG, PAGES, PAGE.replace('72 72', '144000 144000')),
  ),
  oddFile('of a page of 14,000 points a side', '6324x6324 white', () =>
    raw(CATALOG, PAGES, PAGE.replace('72 72', '14000 14000')),
  ),
  oddFile('of a page of 14,400 by one points', '60000x4 white', () =>
    raw(CATALOG, PAGES, PAGE.replace('72 72', '14400 1')),
  ),
  oddFile('that is turned', '300x300 white,red,black,white', () => onePage((sheet) => sheet.setRotation(degrees(90)))),
  oddFile('that is turned by 45 degrees', SEEN, () =>
    onePage((sheet) => sheet.node.set(PDFName.of('Rotate'), sheet.doc.context.obj(45))),
  ),
  oddFile('that is cut to its crop box', '150x150 red', () => onePage((sheet) => sheet.setCropBox(0, 36, 36, 36))),
  oddFile('whose crop box lies outside of it', SEEN, () => onePage((sheet) => sheet.setCropBox(500, 500, 72, 72))),
  oddFile('of an empty page', '300x300 white', () => raw(CATALOG, PAGES, PAGE)),
  oddFile('of a page that cannot be inflated', '300x300 white', () =>
    drawing(stream(ascii('no zlib'), '/Filter/FlateDecode')),
  ),
  oddFile('of a page that inflates to a gigabyte', 'page-memory', () =>
    drawing(stream(gigabyteBomb(), '/Filter/FlateDecode')),
  ),
  oddFile('of a page that inflates twice, to a gigabyte', 'page-memory', () =>
    drawing(stream(deflateSync(gigabyteBomb()), '/Filter[/FlateDecode/FlateDecode]')),
  ),
  // The broken one takes its PDFium with it; what comes after it is drawn by another.
  oddFile('of three pages, the second inflating to a gigabyte', '300x300 white | !page-memory | 300x300 white', () =>
    raw(
      CATALOG,
      '<</Type/Pages/Count 3/Kids[3 0 R 4 0 R 3 0 R]>>',
      PAGE,
      PAGE.replace('>>', '/Contents 5 0 R>>'),
      stream(gigabyteBomb(), '/Filter/FlateDecode'),
    ),
  ),
  oddFile('with a picture of 60,000 by 60,000 zeros', '600x600 black', () =>
    showing(image(60_000, 60_000, bomb(4.5e8))),
  ),
  oddFile('with a picture that has fewer pixels than it says', '600x600 black', () =>
    showing(image(9000, 9000, bomb(100))),
  ),
  oddFile('with a picture that is a broken JPEG', 'pdf-image-corrupt', async () =>
    showing(
      stream(
        Buffer.from(cut(await noise(60, 40).jpeg().toBuffer(), 0.1)),
        '/Type/XObject/Subtype/Image/Width 60/Height 40/BitsPerComponent 8/ColorSpace/DeviceGray/Filter/DCTDecode',
      ),
    ),
  ),
  oddFile('of a page that draws itself within itself', 'page-memory', () =>
    drawing(
      stream(ascii('/F Do')),
      '/Resources<</XObject<</F 5 0 R>>>>',
      stream(ascii('/F Do /F Do'), '/Type/XObject/Subtype/Form/BBox[0 0 72 72]/Resources<</XObject<</F 5 0 R>>>>'),
    ),
  ),
  oddFile('whose content refers to itself', '300x300 white', () =>
    raw(CATALOG, PAGES, PAGE.replace('>>', '/Contents 4 0 R>>'), '[4 0 R 4 0 R]'),
  ),
  oddFile('whose length refers to itself', '300x300 white', () =>
    drawing(Buffer.concat([ascii('<</Length 4 0 R>>stream\n'), ascii('0 0 9 9 re f'), ascii('\nendstream')])),
  ),
  oddFile('with a million saved states', '300x300 white', () => drawing(stream(ascii('q '.repeat(1e6))))),
  oddFile('that runs JavaScript when it is opened', SEEN, () =>
    onePage(action({ S: 'JavaScript', JS: "app.alert('read me'); for (;;) app.launchURL('http://127.0.0.1:9/');" })),
  ),
  oddFile('that starts a program when it is opened', SEEN, () => onePage(action({ S: 'Launch', F: '/bin/false' }))),
  oddFile('that goes to another file when it is opened', SEEN, () => onePage(action({ S: 'GoToR', F: '/etc/passwd' }))),
  oddFile('with another file within', SEEN, () => onePage((_, pdf) => pdf.attach(Buffer.alloc(1e6), 'attached.exe'))),
  oddFile('behind the header of a mail', '300x300 white', () =>
    Buffer.concat([ascii('Content-Type: application/pdf\n\n'), raw(CATALOG, PAGES, PAGE)]),
  ),
  oddFile('whose text is its own', '2083x300 "The text of this page is its own, and it is long enough."', () =>
    pdfOf(async (pdf) => {
      pdf
        .addPage([500, 72])
        .drawText('The text of this page is its own, and it is long enough.', { x: 9, y: 40, size: 14 });
    }),
  ),
];
