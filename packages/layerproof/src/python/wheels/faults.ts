import { Fault } from '@ocr-pipeline/fault';

// Every way that a wheel can be wrong, in one place.

export function badWheel(fileName: string, problem: string, cause?: unknown): Fault {
  return new Fault('bad-wheel', `${fileName} is not a sound wheel: ${problem}`, {
    hint: 'Ask for another version, or report it to those who publish the wheel.',
    cause,
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

export function pathCollision(path: string, first: string, second: string): Fault {
  return new Fault('path-collision', `${first} and ${second} both hold ${path}, with different bytes`, {
    hint: 'Only one of them can be in the layer. Leave one out: often one is a variant of the other, e.g. with `-headless` or `-binary` in its name.',
  });
}
