import type { IndexAnswer, WheelFile } from './index-file.ts';
import type { Metadata } from '../standards/metadata.ts';

/** Where the resolver gets its facts: an index on the network, or a table in a test. Answers are the same each time. */
export interface PackageIndex {
  /** What is known of a distribution, by its normalized name. */
  files(name: string): Promise<IndexAnswer>;
  metadata(wheel: WheelFile): Promise<Metadata>;
  /** The wheel that a direct reference (`name @ url`) points at. */
  wheelAt(url: string): Promise<WheelFile>;
}
