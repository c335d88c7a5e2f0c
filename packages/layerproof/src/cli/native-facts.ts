import { type Native, readNative } from '../verify/native.ts';
import { type SourceFacts, readSource } from '../verify/python-source.ts';
import { type ArtifactFacts, artifactFacts } from './artifact-facts.ts';

/** What is known of native files, under `natives/` of the cache folder. */
export function nativeFacts(folder: string): ArtifactFacts<Native> {
  return artifactFacts({ folder, kind: 'natives', form: 4, readFacts: readNative });
}

/** What is known of Python sources, under `sources/` of the cache folder. */
export function sourceFacts(folder: string): ArtifactFacts<SourceFacts> {
  // Every fact at once: the text of the source is not held any longer than that.
  return artifactFacts({ folder, kind: 'sources', form: 3, readFacts: (entry) => ({ ...readSource(entry) }) });
}
