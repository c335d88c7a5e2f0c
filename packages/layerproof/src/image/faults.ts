import { Fault } from '@ocr-pipeline/fault';

export function layerNotFound(path: string): Fault {
  return new Fault('layer-not-found', `There is no file or folder ${path}`, {
    hint: 'Give the path of a layer zip, or of a folder laid out like `/opt`.',
  });
}

export function layerNotReadable(path: string, reason: string): Fault {
  return new Fault('layer-not-readable', `${path} cannot be read: ${reason}`, {
    hint: 'Check its permissions and those of the folders above it.',
  });
}

export function nameNotUnicode(path: string): Fault {
  return new Fault('name-not-unicode', `${path} has a name that is not UTF-8, as the names in a layer are`, {
    hint: 'Rename the file or folder, or leave it out.',
  });
}

export function fileGone(path: string): Fault {
  return new Fault('file-gone', `${path} was there when the folder was listed, and is gone`, {
    hint: 'Run the command again when nothing writes to the folder any more.',
  });
}

export function specialFile(path: string): Fault {
  return new Fault('special-file', `${path} is no file, folder or symbolic link`, {
    hint: 'Leave devices, pipes and sockets out of the folder.',
  });
}

export function fileTooLarge(path: string, size: number, limit: number): Fault {
  return new Fault('file-too-large', `${path} has ${size} bytes, but at most ${limit} are read into memory`, {
    hint: 'Leave the file out: no layer of this size can be published.',
  });
}
