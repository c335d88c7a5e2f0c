import { Fault } from '@ocr-pipeline/fault';

const SOMETHING_WRITES = 'Something writes to the input while it is read. Build again when it has finished.';

export function zipDuplicatePath(path: string): Fault {
  return new Fault('zip-duplicate-path', `Two entries of the layer have the path ${path}`, {
    hint: 'Remove one of the two: which of them a reader of the zip takes is not defined.',
  });
}

export function zipPathTooLong(path: string, length: number, limit: number): Fault {
  const message = `${path.slice(0, 60)}… is a path of ${length} bytes, but a zip holds paths of at most ${limit}`;
  return new Fault('zip-path-too-long', message, { hint: 'Leave the file out: Linux takes 4096 bytes for a path.' });
}

export function zipStreamChanged(path: string, expected: number, actual: number): Fault {
  return new Fault('zip-stream-changed', `${path} has ${actual} bytes, but had ${expected} when the build began`, {
    hint: SOMETHING_WRITES,
  });
}

export function zipSourceChanged(path: string): Fault {
  return new Fault('zip-stream-changed', `${path} gave other bytes when it was read for the second time`, {
    hint: SOMETHING_WRITES,
  });
}
