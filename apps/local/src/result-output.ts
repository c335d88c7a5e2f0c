import { basename, extname, join, resolve } from 'node:path';
import type { ResultFormat } from '@ocr-pipeline/pipeline';
import { oneFileAtATime, outputFolderNeeded, pdfNeedsFile, sameOutput } from './faults.ts';
import type { Io } from './io.ts';
import { writeOutputFile } from './output-file.ts';

const EXTENSIONS: Readonly<Record<ResultFormat, string>> = {
  text: 'txt',
  json: 'json',
  pdf: 'pdf',
  hocr: 'hocr',
  alto: 'alto.xml',
  md: 'md',
  csv: 'csv',
  textract: 'textract.json',
};

/** Formats of which one file holds one result. */
const WHOLE_FILES: ReadonlySet<ResultFormat> = new Set(['pdf', 'hocr', 'alto']);

/** What stands between the results of two files on stdout, as between two pages or tables of one. JSON ends its own line. */
const SEPARATORS: Readonly<Partial<Record<ResultFormat, string>>> = { text: '\f', md: '\n---\n\n', csv: '\r\n' };

export interface OutputPlan {
  readonly files: readonly string[];
  readonly formats: readonly ResultFormat[];
  /** Where the files go; stdout without it. */
  readonly folder: string | undefined;
}

/** Takes one result of one file. */
export type ResultOutput = (file: string, format: ResultFormat, bytes: Uint8Array) => Promise<void>;

/** Says where results go, and refuses before any work what could not be written. Throws a Fault `output-folder-needed` or `same-output`. */
export function openResultOutput(plan: OutputPlan, io: Io): ResultOutput {
  const { folder } = plan;
  return folder === undefined ? stdoutOutput(plan, io) : folderOutput(plan, resolve(io.folder, folder));
}

function folderOutput({ files, formats }: OutputPlan, folder: string): ResultOutput {
  const pathOf = (file: string, format: ResultFormat) =>
    join(folder, `${basename(file, extname(file))}.${EXTENSIONS[format]}`);
  const sources = new Map<string, string>();
  for (const file of files) {
    for (const format of formats) {
      const path = pathOf(file, format);
      const other = sources.get(path);
      if (other !== undefined) throw sameOutput(other, file, path);
      sources.set(path, file);
    }
  }
  return (file, format, bytes) => writeOutputFile(pathOf(file, format), bytes);
}

function stdoutOutput({ files, formats }: OutputPlan, io: Io): ResultOutput {
  if (formats.length > 1) throw outputFolderNeeded(formats);
  const whole = formats.find((format) => WHOLE_FILES.has(format));
  if (whole !== undefined && files.length > 1) throw oneFileAtATime(whole, files.length);
  if (formats.includes('pdf') && io.stdoutIsTerminal) throw pdfNeedsFile();
  let first = true;
  return async (_file, format, bytes) => {
    if (!first) io.out(SEPARATORS[format] ?? '');
    first = false;
    io.out(bytes);
  };
}
