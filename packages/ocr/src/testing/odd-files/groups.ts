import { GIF_FILES, WEBP_FILES } from './animation-files.ts';
import { BMP_FILES } from './bmp-files.ts';
import { IMPOSTORS } from './impostors.ts';
import { JPEG_FILES } from './jpeg-files.ts';
import type { OddFile } from './odd-file.ts';
import { PDF_FILES } from './pdf-files.ts';
import { PNG_FILES } from './png-files.ts';
import { STRANGE_PAGES } from './strange-pages.ts';
import { TIFF_FILES } from './tiff-files.ts';

/** The pages of this group are recognised; of all others it is only looked at what is seen on them. */
export const RECOGNISED = 'a page that is recognised';

/** Every odd file, by what it is or claims to be. */
export const ODD_FILES: Readonly<Record<string, readonly OddFile[]>> = {
  'a PNG': PNG_FILES,
  'a JPEG': JPEG_FILES,
  'a TIFF': TIFF_FILES,
  'a GIF': GIF_FILES,
  'a WebP': WEBP_FILES,
  'a BMP': BMP_FILES,
  'a PDF': PDF_FILES,
  anything: IMPOSTORS,
  [RECOGNISED]: STRANGE_PAGES,
};
