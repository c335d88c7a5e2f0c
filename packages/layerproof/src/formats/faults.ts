import { Fault } from '@ocr-pipeline/fault';

// ---- any binary format -------------------------------------------------------------------------------------------------

export function cutShort(file: string, field: string, offset: number, length: number, size: number): Fault {
  const wanted = `${field} takes ${length} bytes at offset ${offset}`;
  return new Fault('file-cut-short', `${file}: ${wanted}, but the file ends at byte ${size}`, {
    hint: 'The file is damaged or cut off. Fetch or build it again.',
  });
}

export function numberTooLarge(file: string, field: string, offset: number): Fault {
  return new Fault('number-too-large', `${file}: ${field} at offset ${offset} is larger than any file can be`);
}

export function textWithoutEnd(file: string, field: string, offset: number): Fault {
  return new Fault('text-without-end', `${file}: ${field} at offset ${offset} has no end`);
}

export function notThisFormat(file: string, format: string): Fault {
  return new Fault('not-this-format', `${file} is not ${format}`);
}

export function elfBadIdent(file: string, bits: number, order: number): Fault {
  const message = `${file}: an ELF class ${bits} with byte order ${order} does not exist`;
  return new Fault('elf-bad-ident', message, { hint: 'The file is damaged. Fetch or build it again.' });
}

export function elfBadTable(file: string, fact: string): Fault {
  return new Fault('elf-bad-table', `${file}: ${fact}`, { hint: 'The file is damaged. Fetch or build it again.' });
}

// ---- zip ---------------------------------------------------------------------------------------------------------------

const ZIP_AGAIN = 'Make the zip again with another tool, e.g. `zip -r layer.zip python`.';

export function notAZip(file: string, size: number): Fault {
  return new Fault(
    'not-a-zip',
    `${file} is not a zip file: its ${size} bytes hold no end record that reaches its end`,
    {
      hint: 'Give a complete zip file. One that was cut off while it was downloaded looks like this too.',
    },
  );
}

export function zipInParts(file: string): Fault {
  return new Fault('zip-in-parts', `${file} is one part of a zip that was split over several files`, {
    hint: 'Join the parts to one zip first.',
  });
}

export function zipBadDirectory(file: string, fact: string): Fault {
  return new Fault('zip-bad-directory', `${file}: ${fact}`, { hint: ZIP_AGAIN });
}

export function zipEncrypted(file: string, entry: string): Fault {
  return new Fault('zip-encrypted', `${file}: ${entry} is encrypted, and Lambda has no password for it`, {
    hint: 'Make the zip again without a password.',
  });
}

export function zipUnknownMethod(file: string, entry: string, method: number): Fault {
  const message = `${file}: ${entry} is compressed by method ${method}, but only 0 (stored) and 8 (deflated) are read`;
  return new Fault('zip-unknown-method', message, { hint: ZIP_AGAIN });
}

export function zipSpecialFile(file: string, entry: string, mode: number): Fault {
  const message = `${file}: ${entry} has mode 0o${mode.toString(8)}, which is no file, folder or symbolic link`;
  return new Fault('zip-special-file', message, { hint: 'Leave devices, pipes and sockets out of the zip.' });
}

export function zipOverlap(file: string, entry: string, next: string): Fault {
  return new Fault('zip-overlap', `${file}: the data of ${entry} runs into ${next}`, { hint: ZIP_AGAIN });
}

export function zipHeadersDiffer(file: string, entry: string, fact: string): Fault {
  return new Fault('zip-headers-differ', `${file}: ${entry}: ${fact}`, { hint: ZIP_AGAIN });
}

export function zipBadStream(file: string, entry: string, fact: string, cause?: unknown): Fault {
  return new Fault('zip-bad-stream', `${file}: ${entry}: ${fact}`, {
    hint: 'The zip is damaged. Fetch or build it again.',
    cause,
  });
}

export function zipEntryTooLarge(file: string, entry: string, size: number, limit: number): Fault {
  const message = `${file}: ${entry} unzips to ${size} bytes, but at most ${limit} are read into memory`;
  return new Fault('zip-entry-too-large', message, {
    hint: 'Leave the file out: no layer of this size can be published.',
  });
}
