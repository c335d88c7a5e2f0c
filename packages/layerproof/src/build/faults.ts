import { Fault } from '@ocr-pipeline/fault';

export function badLock(path: string, problem: string, cause?: unknown): Fault {
  return new Fault('bad-lock', `${path} is not a lock that can be used: ${problem}`, {
    hint: 'Make it again: `layerproof build requirements.txt --runtime R --arch A` writes a `pylock.toml`.',
    cause,
  });
}

export function lockForOtherTarget(path: string, made: string, wanted: string): Fault {
  return new Fault('lock-for-other-target', `${path} was made for ${made}, but the target is ${wanted}`, {
    hint: 'Build from the requirements for this target, or name the runtime and architecture of the lock.',
  });
}

export function unknownInput(input: string): Fault {
  return new Fault('unknown-input', `${input} is no input that layerproof knows`, {
    hint: 'Give a requirements file (`requirements.txt`, any `.txt` or `.in`), a lock (`pylock.toml`, `pylock.NAME.toml`), or a folder of files to add.',
  });
}

export function missingInput(input: string): Fault {
  return new Fault('missing-input', `There is no file or folder ${input}`, {
    hint: 'Correct the path; it is taken from the working folder.',
  });
}

export function nothingToBuild(inputs: readonly string[]): Fault {
  return new Fault('nothing-to-build', `${inputs.join(', ')} gives the layer no files at all`, {
    hint: 'Add a requirement that holds for the target, or a folder with files.',
  });
}

export function folderCollision(path: string, folder: string): Fault {
  return new Fault('path-collision', `${folder} holds ${path}, which another input of the layer holds too`, {
    hint: 'Remove one of the two files.',
  });
}

export function outputNotWritable(path: string, reason: string, cause?: unknown): Fault {
  return new Fault('output-not-writable', `${path} cannot be written: ${reason}`, {
    hint: 'Name another place with `-o` and `--lock`, or make room there.',
    cause,
  });
}

export function outputIsInput(input: string): Fault {
  return new Fault('output-is-input', `${input} is an input, but a file of the layer would take its place`, {
    hint: 'Name another place with `-o`, or another lock with `--lock`.',
  });
}

export function outputTwice(path: string): Fault {
  return new Fault('output-twice', `${path} is to hold two files of the layer`, {
    hint: 'Give `-o` and `--lock` names of their own; beside the zip lie its `.json` and its `.cdx.json`.',
  });
}
