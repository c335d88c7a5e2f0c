import { Fault } from '@ocr-pipeline/fault';

// Every way that a wheel can be wrong, in one place.

export function badWheel(fileName: string, problem: string, cause?: unknown): Fault {
  return new Fault('bad-wheel', `${fileName} is not a sound wheel: ${problem}`, {
    hint: 'Ask for another version, or report it to those who publish the wheel.',
    cause,
  });
}

const REPORT_WHEEL = 'Ask for another version, or report it to those who publish the wheel.';

export function wheelPathEscapes(fileName: string, path: string): Fault {
  const message = `${fileName} holds ${path}, but a wheel may only write into its own folder`;
  return new Fault('wheel-path-escapes', message, {
    hint: 'Do not use this wheel: no tool writes such a path by mistake. Report it to the index that has it.',
  });
}

export function wheelSymlink(fileName: string, path: string): Fault {
  const message = `${fileName} holds the symbolic link ${path}, but a wheel holds files only`;
  return new Fault('wheel-symlink', message, {
    hint: 'Build the wheel again with a tool that puts the file itself in its place, or ask for another version.',
  });
}

/** `path` is that of METADATA, WHEEL or RECORD, without which a zip is no wheel. */
export function wheelWithout(fileName: string, path: string): Fault {
  const file = path.slice(path.lastIndexOf('/') + 1).toLowerCase();
  return new Fault(`wheel-without-${file}`, `${fileName} is no wheel: it has no ${path}`, { hint: REPORT_WHEEL });
}

export function wheelFormatUnknown(fileName: string, version: string): Fault {
  const message = `${fileName} is a wheel of format ${version}, but 1.x is what installers know`;
  return new Fault('wheel-format-unknown', message, {
    hint: 'Ask for a version of the package that comes as a wheel of format 1.0, or for a newer layerproof.',
  });
}

export function wheelOfAnotherPackage(fileName: string, said: string): Fault {
  return new Fault('wheel-of-another-package', `${fileName} holds METADATA of ${said}`, {
    hint: 'The file was renamed, or its index mixes packages up. Do not use it, and report it to those who publish it.',
  });
}

export function missingWheel(url: string, cause: unknown): Fault {
  return new Fault('missing-wheel', `There is no readable wheel at ${url}`, {
    hint: 'Bring the file to that place, or correct the requirement or the lock that names it. A `path` in a lock starts from the folder of the lock.',
    cause,
  });
}

export function pathFileInWheel(fileName: string, path: string): Fault {
  return new Fault(
    'path-file',
    `${fileName} holds ${path}, which adds folders of another machine to the path of Python`,
    {
      hint: 'The wheel was made for an editable install and does not hold its package. Build it anew without `--editable`.',
    },
  );
}

const NOT_THIS_WHEEL =
  'Do not use this wheel: it was damaged, or changed after it was built. Ask for another version, and report it to those who publish it.';

/** `expected` and `found` are what RECORD says and what the wheel holds: digests, sizes, or the lack of either. */
export function recordMismatch(fileName: string, path: string, expected: string, found: string): Fault {
  const message = `${fileName}: RECORD says of ${path}: ${expected}; but the wheel has ${found}`;
  return new Fault('record-mismatch', message, { hint: NOT_THIS_WHEEL });
}

export function recordHashWeak(fileName: string, path: string, algorithm: string): Fault {
  const message = `${fileName}: RECORD has a digest by ${algorithm} of ${path}, but sha256 or better is asked for`;
  return new Fault('record-hash-weak', message, {
    hint: 'Anybody can make a file to fit such a digest. Ask for another version, or build the wheel anew with a current tool.',
  });
}

export function wheelTooLarge(fileName: string, size: number, limit: number): Fault {
  return new Fault('wheel-too-large', `${fileName} unzips to ${size} bytes, but at most ${limit} are unzipped`, {
    hint: 'Leave the package out: with all its layers a function may have 262144000 bytes.',
  });
}

/** `upper` and `lower` are paths of which one is a file and the other needs it to be a folder. */
export function fileInTheWay(path: string, wheel: string, below: string): Fault {
  return new Fault('path-collision', `${wheel} holds the file ${path}, which has to be a folder for ${below}`, {
    hint: 'Only one of them can be in the layer. Leave one of the packages out.',
  });
}

export function pathCollision(path: string, first: string, second: string): Fault {
  return new Fault('path-collision', `${first} and ${second} both hold ${path}, with different bytes`, {
    hint: 'Only one of them can be in the layer. Leave one out: often one is a variant of the other, e.g. with `-headless` or `-binary` in its name.',
  });
}
