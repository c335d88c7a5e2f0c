import { Fault } from '@ocr-pipeline/fault';

// Every way in which the command and its server can fail for good, in one place, so that the messages read alike.

export function badArgument(problem: string, usage: string): Fault {
  // node:util adds advice about `--` after its first sentence, which the usage replaces.
  const [sentence = problem] = problem.split(/\. (?=To specify)/);
  return new Fault('bad-argument', sentence, { hint: `Usage: ${usage}` });
}

export function missingArgument(what: string, usage: string): Fault {
  return new Fault('missing-argument', `No ${what} given`, { hint: `Usage: ${usage}` });
}

export function unknownCommand(name: string, commands: readonly string[]): Fault {
  return new Fault('unknown-command', `There is no command \`${name}\``, {
    hint: `The commands are ${commands.map((command) => `\`${command}\``).join(', ')}.`,
  });
}

export function fileUnreadable(path: string, cause: unknown): Fault {
  const reasons: Readonly<Record<string, string>> = {
    ENOENT: 'does not exist',
    EISDIR: 'is a folder',
    EACCES: 'may not be read by this user',
    EPERM: 'may not be read by this user',
  };
  const code = systemCode(cause);
  return new Fault('file-unreadable', `The file ${path} ${reasons[code] ?? `cannot be read (${code})`}`, {
    hint: 'Check the path; every argument that is no option is taken for a file.',
    cause,
  });
}

export function outputFolderNeeded(formats: readonly string[]): Fault {
  return new Fault('output-folder-needed', `${formats.length} formats were asked for, and stdout takes one`, {
    hint: `Name a folder for the files with \`-o DIR\`, or ask for one of ${formats.join(', ')}.`,
  });
}

export function pdfNeedsFile(): Fault {
  return new Fault('output-folder-needed', 'A PDF was asked for, and stdout is a terminal', {
    hint: 'Name a folder for it with `-o DIR`, or send stdout to a file.',
  });
}

export function oneFileAtATime(format: string, files: number): Fault {
  return new Fault('output-folder-needed', `${files} files were asked for as ${format}, and stdout takes one`, {
    hint: 'Name a folder for them with `-o DIR`.',
  });
}

export function sameOutput(first: string, second: string, output: string): Fault {
  return new Fault('same-output', `${first} and ${second} would both be written to ${output}`, {
    hint: 'Read them into different folders, with one `-o DIR` each.',
  });
}

export function outputUnwritable(path: string, cause: unknown): Fault {
  return new Fault('output-unwritable', `The result cannot be written to ${path} (${systemCode(cause)})`, {
    hint: 'Name a folder that this user may write, on a disk with room, with `-o DIR`.',
    cause,
  });
}

export function dataFolderInUse(folder: string, cause: unknown): Fault {
  return new Fault('data-folder-in-use', `The data folder ${folder} belongs to another running server`, {
    hint: 'Stop the other server, or give this one a folder of its own with `--data DIR`.',
    cause,
  });
}

export function dataFolderUnusable(folder: string, cause: unknown): Fault {
  return new Fault(
    'data-folder-unusable',
    `The data folder ${folder} cannot be created or written (${systemCode(cause)})`,
    {
      hint: 'Choose a folder that this user may write, with `--data DIR`.',
      cause,
    },
  );
}

export function dataFolderTooNew(folder: string, found: number, known: number): Fault {
  return new Fault('data-folder-too-new', `The data in ${folder} has version ${found}; this program knows ${known}`, {
    hint: 'Use the newer version of ocr-pipeline that wrote it, or another folder with `--data DIR`.',
  });
}

export function portInUse(port: number, cause: unknown): Fault {
  return new Fault('port-in-use', `Another program listens at port ${port} already`, {
    hint: 'Choose another port with `--port N`, or 0 for any free one.',
    cause,
  });
}

export function portForbidden(port: number, cause: unknown): Fault {
  return new Fault('port-forbidden', `This user may not listen at port ${port}`, {
    hint: 'Choose a port from 1024 upward with `--port N`, or 0 for any free one.',
    cause,
  });
}

export function endpointUnreachable(endpoint: string, cause: unknown): Fault {
  return new Fault('endpoint-unreachable', `Nothing answers at ${endpoint}`, {
    hint: 'Check the address, and that the server runs: `ocr-pipeline serve` prints its address.',
    cause,
  });
}

export function endpointStrange(url: string, status: number): Fault {
  return new Fault('endpoint-strange', `${url} answered ${status} in a way that the service does not`, {
    hint: 'Check that `--endpoint` is the address of an ocr-pipeline service, without a path.',
  });
}

export function uploadRefused(file: string, status: number, code: string): Fault {
  return new Fault('upload-refused', `The store refused ${file} with ${status} ${code}`, {
    hint: 'Check that the clock of this machine is right and that the file does not change meanwhile, then submit it again.',
  });
}

function systemCode(cause: unknown): string {
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'for no known reason';
}
