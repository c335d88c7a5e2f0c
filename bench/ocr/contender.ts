/** What a contender made of one image. */
export interface Reading {
  readonly text: string;
  /** From the path of the image to its text. */
  readonly seconds: number;
  /** Of the processor, user and system, of every thread: what other work on the machine changes least. */
  readonly cpuSeconds: number;
}

/** Something that reads images, one after another, on one thread. */
export interface Contender {
  readonly name: string;
  read(image: string): Promise<Reading>;
  /** The most memory that it has held so far, in MB (resident). */
  peakMemory(): number;
  close(): Promise<void>;
}

/** A contender that this machine does not have, and why: the run goes on without it. */
export class ContenderMissing extends Error {}
