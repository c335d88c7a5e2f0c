import { Fault } from '@ocr-pipeline/fault';

export function zipDuplicatePath(path: string): Fault {
  return new Fault('zip-duplicate-path', `Two entries of the layer have the path ${path}`, {
    hint: 'Remove one of the two: which of them a reader of the zip takes is not defined.',
  });
}

export function zipTooLarge(bytes: number): Fault {
  return new Fault(
    'zip-too-large',
    `The layer would be ${bytes} bytes, but a zip without zip64 sizes ends at 4294967294`,
    {
      hint: 'Leave packages or files out: Lambda takes 262144000 bytes unzipped for a function with all its layers.',
    },
  );
}

export function zipStreamChanged(path: string, expected: number, actual: number): Fault {
  return new Fault('zip-stream-changed', `${path} has ${actual} bytes, but had ${expected} when the build began`, {
    hint: 'Something writes to the input while it is read. Build again when it has finished.',
  });
}
