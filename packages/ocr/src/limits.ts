/** What is read. Each is enforced before the work that it bounds, by the header alone where that says enough, and has its own fault. */
export const READ_LIMITS = {
  /** Bytes of one document: what Amazon Textract takes (https://docs.aws.amazon.com/textract/latest/dg/limits-document.html). */
  bytes: 500 * 1024 * 1024,
  /** Pages of one document, by the same source. */
  pages: 3000,
  /** Pixels of one page that is an image: an A3 page at 600 dots per inch has 70 million. Decoded, these are 300 MB. */
  pixels: 100e6,
  /**
   * Pixels of all frames of an animation together: to decode one, all before it are. Of 3000 frames that take 0.9 s each
   * (measured: 1.7 ms for a million pixels), none takes longer than its recognition.
   */
  animationPixels: 1000e6,
  /** Points along a side of a PDF's page, 200 inches: no page is larger (ISO 32000-1, Annex C.2, and Acrobat's own limit). */
  pagePoints: 14_400,
  /**
   * Pixels at which a PDF's page is drawn, 120 MB of RGB: A3 at 400 dots per inch has 31 million, and Google's Document AI takes as
   * many of one page. A larger page is drawn coarser, not refused.
   */
  renderedPixels: 40e6,
} as const;
