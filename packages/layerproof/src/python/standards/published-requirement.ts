import { isFault } from '@ocr-pipeline/fault';
import { repairs } from './repair.ts';
import { parseRequirement, type Requirement } from './requirement.ts';

/** A line that cannot be read, also not after repair. */
export interface BrokenLine {
  readonly text: string;
  /** What is wrong with it, for people. */
  readonly problem: string;
}

/** The requirement that a line of published metadata means. */
export function readPublishedRequirement(text: string): Requirement | BrokenLine {
  let problem: string | undefined;
  for (const candidate of repairs(text)) {
    try {
      return parseRequirement(candidate);
    } catch (error) {
      if (!isFault(error)) throw error;
      problem ??= error.message;
    }
  }
  return { text, problem: problem ?? '' };
}
