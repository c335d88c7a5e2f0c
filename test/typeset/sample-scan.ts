import { degrade } from './degrade.ts';
import { SAMPLE_LETTER } from './sample-letter.ts';
import { textOf, typesetPage } from './typeset-page.ts';

export interface SampleScan {
  /** A JPEG. */
  readonly bytes: Uint8Array;
  /** What the page says. Its lines are broken elsewhere on the page: compare words. */
  readonly text: string;
}

/** The sample letter as a scan: A4 at 150 dots per inch, 1.5 degrees askew, blurred, noisy and unevenly lit. */
export async function sampleScan(): Promise<SampleScan> {
  const page = await typesetPage({ text: SAMPLE_LETTER });
  return { bytes: await degrade(page, { seed: 1 }), text: textOf(SAMPLE_LETTER) };
}
