import { Fault } from '@ocr-pipeline/fault';
import { withoutCredentials } from '../../artifact/address.ts';
import { shownAddress } from '../index/shown-address.ts';

// Every way that reading requirements files can fail, in one place.

export function badRequirementLine(origin: string, problem: string, cause?: unknown): Fault {
  return new Fault('bad-requirement-line', `${origin}: ${withoutCredentials(problem)}`, {
    hint: 'Correct the line. Known options: -r, -c, --hash=sha256:…, --index-url, --extra-index-url, --find-links, --no-index, --pre, --require-hashes, --trusted-host.',
    cause,
  });
}

export function missingIncludedFile(path: string, includedBy: string, cause: unknown): Fault {
  return new Fault('missing-input', `There is no readable file ${path}, which ${includedBy} includes`, {
    hint: 'Correct the path; it is taken from the folder of the file that includes it.',
    cause,
  });
}

/** @param origin the variable or the file of the configuration that names it. */
export function constraintsNotThere(label: string, origin: string, cause: unknown): Fault {
  return new Fault('constraints-missing', `${origin} names ${label}, but no readable file lies there`, {
    hint: 'Correct it, or take it out of the configuration; a relative path starts from the working folder.',
    cause,
  });
}

export function missingRequirementsFile(path: string, cause: unknown): Fault {
  return new Fault('missing-input', `There is no readable file ${path}`, {
    hint: 'Give the path of a requirements file, of a `pylock.toml`, or of a folder of files to add.',
    cause,
  });
}

export function badProject(place: string, problem: string, cause?: unknown): Fault {
  return new Fault('bad-project', `${place} cannot be used: ${problem}`, {
    hint: 'Correct it as the specification of pyproject.toml has it, or give a lock or a requirements file instead.',
    cause,
  });
}

export function noDependencies(label: string): Fault {
  return new Fault(
    'bad-project',
    `${label} has neither [project], [dependency-groups] nor [tool.poetry.dependencies]`,
    {
      hint: 'Name the dependencies in `[project] dependencies`, or give a requirements file.',
    },
  );
}

export function dynamicDependencies(label: string, files: readonly string[]): Fault {
  const instead =
    files.length === 0
      ? 'Write them into `[project] dependencies`, or give a lock or a requirements file.'
      : `Give ${files.join(' and ')} in its place, which it reads them from.`;
  return new Fault(
    'dynamic-dependencies',
    `${label} says that its dependencies are dynamic: only its build tool knows them, and layerproof runs no package code`,
    { hint: instead },
  );
}

export function projectForOtherPython(label: string, requiresPython: string, target: string): Fault {
  return new Fault('project-for-other-python', `${label} needs Python ${requiresPython}, but the target is ${target}`, {
    hint: 'Name another runtime with `--runtime`, or widen `requires-python` of the project.',
  });
}

/** A dependency that would have to be built. */
export function sourceDependency(origin: string, name: string, source: string): Fault {
  return new Fault(
    'source-dependency',
    `${origin} has ${name} from ${withoutCredentials(source)}, but a layer takes wheels only`,
    {
      hint: `layerproof runs no package code. Build a wheel of ${name} once (\`pip wheel --no-deps\`), and name that: \`${name} @ file:///…/${name.replaceAll('-', '_')}-1.0-py3-none-any.whl\`; or give the lock of the project (\`uv.lock\`, \`poetry.lock\`) in its place, which has what ${name} needs.`,
    },
  );
}

export function settingNotFollowed(label: string, setting: string, instead: string): Fault {
  return new Fault('setting-not-followed', `${label} has \`${setting}\`, but ${instead}`, {
    hint: 'Resolve with the tool that knows the setting, and give its lock: `uv lock` writes a `uv.lock`.',
  });
}

export function editableRequirement(origin: string, value: string): Fault {
  return new Fault(
    'editable-requirement',
    `${origin}: \`-e ${withoutCredentials(value)}\` is an editable installation, which points at this machine`,
    {
      hint: 'A layer needs the files themselves. Build a wheel once (`pip wheel --no-deps`) and name its path on the line, or give its sources as a folder laid out like `/opt`.',
    },
  );
}

export function sourceRequirement(origin: string, text: string, source: string): Fault {
  const line = withoutCredentials(text);
  return new Fault('source-requirement', `${origin}: \`${line}\` is ${source}, but a layer takes wheels only`, {
    hint: 'layerproof runs no package code. Build a wheel once (`pip wheel --no-deps`), and name its path on the line.',
  });
}

export function remoteFileGone(address: string): Fault {
  return new Fault('missing-input', `The server has no file ${address}`, {
    hint: 'Correct the address after `-r` or `-c`.',
  });
}

export function remoteFileOffline(address: string): Fault {
  return new Fault(
    'not-in-cache',
    `${address} is a file of requirements on the web, and --offline forbids to ask for it`,
    {
      hint: 'Build without `--offline`, or keep a copy of the file and name that.',
    },
  );
}

export function noFileWithHash(origin: string, name: string, target: string): Fault {
  return new Fault('hash-mismatch', `${origin}: no wheel of ${name} for ${target} has one of the hashes on the line`, {
    hint: `Put the hash of the wheel for this target on the line, best as sha256: \`pip hash\` computes it.`,
  });
}

export function badMoment(origin: string, text: string): Fault {
  return new Fault('bad-moment', `${origin} is to be a moment, and \`${text}\` is none`, {
    hint: 'Write a date (`2026-11-24`, in UTC and to its end) or a time with its zone (`2026-11-24T12:00:00Z`).',
  });
}

/** @param origin the option, in a file with its line. */
export function badIndexAddress(address: string, origin: string): Fault {
  return new Fault(
    'bad-index-address',
    `${origin} is to be the address of an index, and \`${shownAddress(address)}\` is none`,
    {
      hint: 'Write it as `https://HOST/simple`, the place where the Simple API begins; a folder as `file:///FOLDER/simple`.',
    },
  );
}

/** @param origin the option, in a file with its line. */
export function missingLink(link: string, origin: string): Fault {
  return new Fault('find-links-missing', `${origin} names ${link}, but no file or folder lies there`, {
    hint: 'Correct the path: on a command line it starts from the working folder, in a requirements file from the folder of that file or the working folder. A page of the web is named by its address, `https://…`.',
  });
}
