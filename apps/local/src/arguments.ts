// Without the HTTP application, which takes longer to load than all else that a command needs.
import { RESULT_FORMATS, type ResultFormat } from '@ocr-pipeline/pipeline/results';
import { badArgument } from './faults.ts';

/** A whole number from `least` to `most`. Throws a Fault `bad-argument`. */
export function wholeNumber(option: string, text: string, least: number, most: number, usage: string): number {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw badArgument(`${option} is ${text}, not a whole number from ${least} to ${most}`, usage);
}

/** What `--format` takes, for the help of a command. */
export const FORMATS_HELP = ['text (the default)', ...RESULT_FORMATS.filter((name) => name !== 'text')].join(', ');

/** Formats by name, separated by commas, each taken once. Throws a Fault `bad-argument`. */
export function resultFormats(text: string, usage: string): readonly ResultFormat[] {
  const formats = text.split(',').map((name) => {
    const format = RESULT_FORMATS.find((known) => known === name.trim());
    if (format !== undefined) return format;
    throw badArgument(`The format ${JSON.stringify(name)} is none of ${RESULT_FORMATS.join(', ')}`, usage);
  });
  return [...new Set(formats)];
}
