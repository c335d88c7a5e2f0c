import { Fault } from '@ocr-pipeline/fault';

// Every way that a lock can be of no use, in one place.

/** Codes of a file that holds no lock, or none that could be followed. */
export const UNUSABLE_LOCK: ReadonlySet<string> = new Set([
  'bad-lock',
  'lock-not-toml',
  'lock-not-json',
  'lock-version-unknown',
  'lock-without-hash',
  'lock-bad-hash',
]);

export function badLock(label: string, problem: string, cause?: unknown): Fault {
  return new Fault('bad-lock', `${label} is not a lock that can be used: ${problem}`, {
    hint: 'Make it again with the tool that wrote it, or let `layerproof build` write a `pylock.toml` from the requirements.',
    cause,
  });
}

const LOCK_AGAIN = 'Make it again with the tool that wrote it.';

export function lockNotReadable(label: string, cause: unknown): Fault {
  return new Fault('lock-not-readable', `${label} is there, but cannot be read`, {
    hint: 'Give the user that builds the right to read it.',
    cause,
  });
}

/** `form` is TOML or JSON. */
export function lockNotParsed(label: string, form: 'TOML' | 'JSON', cause: unknown): Fault {
  return new Fault(
    `lock-not-${form.toLowerCase()}`,
    `${label} is a lock by its name, but what it holds is not ${form}`,
    {
      hint: `A merge or an editor may have cut it. ${LOCK_AGAIN}`,
      cause,
    },
  );
}

export function lockVersionUnknown(label: string, field: string, found: unknown, known: string): Fault {
  const value = found === undefined ? 'missing' : String(found);
  return new Fault('lock-version-unknown', `${label}: its \`${field}\` is ${value}, and ${known} is known`, {
    hint: 'Write it with a tool of this time, or ask for a newer layerproof.',
  });
}

export function lockWithoutHash(label: string, fileName: string): Fault {
  return new Fault(
    'lock-without-hash',
    `${label} has no sha256 of ${fileName}, but a lock has to name every file by its hash`,
    {
      hint: `${LOCK_AGAIN} Hand-written locks need \`hashes = { sha256 = "…" }\` for each wheel.`,
    },
  );
}

export function lockBadHash(label: string, what: string): Fault {
  return new Fault('lock-bad-hash', `${label}: the sha256 of ${what} is not 64 hex digits`, { hint: LOCK_AGAIN });
}

export function lockForOtherTarget(label: string, made: string, wanted: string): Fault {
  return new Fault('lock-for-other-target', `${label} was made for ${made}, but the target is ${wanted}`, {
    hint: 'Build from the requirements for this target, or name the runtime and architecture of the lock.',
  });
}

/** Why a locked package cannot be taken without running its code. */
export function lockedAsSource(label: string, name: string, source: string): Fault {
  return new Fault('locked-as-source', `${label} has ${name} as ${source}, but a layer takes wheels only`, {
    hint: `layerproof runs no package code. Build a wheel of ${name} once, name it in the project instead (\`${name} @ file:…\`, or with \`--find-links\` its version), and lock again.`,
  });
}

export function lockedVersionGone(label: string, name: string, version: string, asked: readonly string[]): Fault {
  const where = asked.length === 0 ? 'no index or folder' : `none of ${asked.join(', ')}`;
  return new Fault('locked-version-gone', `${label} has ${name} ${version}, but ${where} has a wheel of that version`, {
    hint: `Name the index that has it (\`--extra-index-url\`, PIP_EXTRA_INDEX_URL), or lock another version of ${name}: it may come as a source archive only.`,
  });
}

export function twoVersionsLocked(label: string, name: string, versions: readonly string[]): Fault {
  return new Fault('ambiguous-lock', `${label} has ${name} more than once for this target: ${versions.join(' and ')}`, {
    hint: 'Choose fewer extras and groups, or lock the project again so that its markers tell the two apart.',
  });
}

export function conflictingExtras(label: string, names: readonly string[]): Fault {
  return new Fault(
    'conflicting-extras',
    `${label} says that ${names.join(' and ')} exclude each other, but both are wanted`,
    {
      hint: 'Build a layer for each of them: leave one of the `--extra` and `--group` options out.',
    },
  );
}

interface Pinned {
  readonly label: string;
  readonly version: string;
  readonly file: string;
}

export function conflictingLocks(name: string, a: Pinned, b: Pinned): Fault {
  const facts = a.version === b.version ? [a.file, b.file] : [a.version, b.version];
  return new Fault('conflicting-locks', `${a.label} has ${name} ${facts[0]}, but ${b.label} has ${facts[1]}`, {
    hint: 'Give one of the two locks, or lock one of the projects again with the version of the other.',
  });
}

export function constraintAgainstLock(
  name: string,
  constraint: { readonly origin: string; readonly specifier: string },
  pin: { readonly label: string; readonly version: string },
): Fault {
  return new Fault(
    'conflicting-requirements',
    `No version of ${name} suits all: ${constraint.origin} asks for ${constraint.specifier}; ${pin.label} has ${pin.version}`,
    { hint: 'Loosen the constraint, or lock the project again under it.' },
  );
}
