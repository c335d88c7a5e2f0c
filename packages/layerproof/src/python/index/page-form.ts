import type { IndexPage } from './index-file.ts';
import { textOf, type Untyped } from '../untyped.ts';
import { readWheelName } from '../standards/wheel-name.ts';

/** The number changes with the form, so that an older cache is not misread. */
const FORM = 2;

interface Stored {
  readonly form: number;
  readonly wheels: readonly Untyped[];
  readonly sourceVersions: readonly string[];
}

/** An index page as text for the cache: the facts that are used, and of a name only the file name. */
export function compactPage({ wheels, sourceVersions }: IndexPage): string {
  const stored: Stored = {
    form: FORM,
    wheels: wheels.map(({ name, url, sha256, size, requiresPython, yanked, metadata, uploaded }) => ({
      name: name.fileName,
      url,
      sha256,
      size,
      requiresPython,
      yanked,
      metadata,
      uploaded,
    })),
    sourceVersions,
  };
  return JSON.stringify(stored);
}

/** Undefined for a text of another form, or one that is damaged: the page is then asked for again. */
export function expandPage(text: string): IndexPage | undefined {
  const stored = parse(text);
  if (stored?.form !== FORM) return undefined;
  const wheels = stored.wheels.flatMap((wheel) => {
    const name = readWheelName(String(wheel['name']));
    if (name === undefined) return [];
    const { url, sha256, size, requiresPython, yanked, metadata, uploaded } = wheel;
    return [
      {
        name,
        url: String(url),
        sha256: textOf(sha256),
        size: typeof size === 'number' ? size : undefined,
        requiresPython: textOf(requiresPython),
        yanked: textOf(yanked),
        metadata: metadata === true ? (true as const) : textOf(metadata),
        uploaded: textOf(uploaded),
      },
    ];
  });
  return { wheels, sourceVersions: stored.sourceVersions };
}

function parse(text: string): Stored | undefined {
  try {
    return JSON.parse(text) as Stored;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
