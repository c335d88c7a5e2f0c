import { isFault } from '@ocr-pipeline/fault';
import { readElfFrame } from './elf-frame.ts';

const PT_LOAD = 1;

/** Bytes of a file, from the first to before the last. */
export interface FileRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The parts of an ELF file that hold machine code and nothing else, by its start. Linkers keep code in a segment of its own (GNU ld since
 * 2.31, `-z separate-code`); where it shares one with the headers and tables, or the start does not tell, there are none.
 */
export function codeRanges(name: string, start: Uint8Array): readonly FileRange[] {
  try {
    return readElfFrame(name, start)
      .segments.filter(({ type, isCode, offset }) => type === PT_LOAD && isCode && offset > 0)
      .map(({ offset, fileSize }) => ({ from: offset, to: offset + fileSize }));
  } catch (error) {
    // What is wrong with it is told when all of it is read.
    if (isFault(error)) return [];
    throw error;
  }
}
