import type { PDFDocument as Pdf, PDFPage } from '@cantoo/pdf-lib';

/** A PDF for tests, drawn by `draw`, without dates: the same drawing, the same bytes. */
export async function pdfOf(draw: (pdf: Pdf) => Promise<unknown>): Promise<Uint8Array> {
  const { PDFDocument } = await import('@cantoo/pdf-lib');
  const pdf = await PDFDocument.create({ updateMetadata: false });
  await draw(pdf);
  return pdf.save({ useObjectStreams: false, addDefaultPage: false });
}

/** Adds a page that is one JPEG from edge to edge, as a scanner writes it. */
export async function addScan(pdf: Pdf, jpeg: Uint8Array, density: number): Promise<PDFPage> {
  const image = await pdf.embedJpg(jpeg);
  const [width, height] = [(image.width * 72) / density, (image.height * 72) / density];
  const page = pdf.addPage([width, height]);
  page.drawImage(image, { x: 0, y: 0, width, height });
  return page;
}
