import { Fault } from '@ocr-pipeline/fault';

export function unknownInput(input: string): Fault {
  return new Fault('unknown-input', `${input} is no input that layerproof knows`, {
    hint: 'Give a requirements file (`requirements.txt`, any `.txt` or `.in`), a `pyproject.toml`, a lock (`uv.lock`, `pylock.toml`, `pylock.NAME.toml`, `poetry.lock`, `Pipfile.lock`), or a folder of files to add.',
  });
}

export function lockOfPdm(input: string): Fault {
  return new Fault('lock-of-pdm', `${input} has a form of PDM's own, and layerproof reads the standard one (PEP 751)`, {
    hint: 'Let PDM write it so: `pdm export --format pylock --output pylock.toml`, and give `pylock.toml` in its place.',
  });
}

export function missingInput(input: string): Fault {
  return new Fault('missing-input', `There is no file or folder ${input}`, {
    hint: 'Correct the path; it is taken from the working folder.',
  });
}

export function emptyInput(): Fault {
  return new Fault('empty-input', 'One of the inputs is an empty text, which names no file and no folder', {
    hint: 'Look for a variable in the command that is not set; the working folder itself is `.`.',
  });
}

export function inputNotReadable(input: string, reason: string): Fault {
  return new Fault('input-not-readable', `${input} cannot be read: ${reason}`, {
    hint: 'Check its permissions and those of the folders above it, or give another path.',
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

export function unknownExtra(name: string, known: readonly string[]): Fault {
  const has = known.length === 0 ? 'none of them has extras' : `they have ${known.join(', ')}`;
  return new Fault('unknown-extra', `No input has an extra ${name}: ${has}`, {
    hint: 'Correct the name after `--extra`, or leave it out. In a requirements file extras are written as `name[extra]`.',
  });
}

export function unknownGroup(name: string, known: readonly string[]): Fault {
  const has = known.length === 0 ? 'none of them has groups' : `they have ${known.join(', ')}`;
  return new Fault('unknown-group', `No input has a dependency group ${name}: ${has}`, {
    hint: 'Correct the name after `--group`, or leave it out.',
  });
}

export function frozenLockMissing(lock: string): Fault {
  return new Fault('frozen-lock-missing', `--frozen resolves nothing, but there is no lock ${lock}`, {
    hint: 'Build once without `--frozen`, which writes it, or name another lock with `--lock`.',
  });
}

export function frozenLockDiffers(lock: string, difference: string): Fault {
  return new Fault(
    'frozen-lock-differs',
    `--frozen resolves nothing, but ${lock} does not match the inputs: ${difference}`,
    {
      hint: 'Build once without `--frozen` and keep the lock that it writes, or take the change of the inputs back.',
    },
  );
}

export function lockOfAnotherTool(lock: string, tool: string | undefined): Fault {
  const maker = tool === undefined ? 'not by layerproof' : `by ${tool}`;
  return new Fault(
    'lock-of-another-tool',
    `${lock} was made ${maker}, and the lock of this layer would take its place`,
    {
      hint: 'Give it as the input, so that its versions are taken, or name another lock with `--lock`.',
    },
  );
}
