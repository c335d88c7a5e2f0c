import { Fault } from '@ocr-pipeline/fault';

// Every way in which models can be out of reach, in one place, so that the messages read alike.

/** `named` says where the name came from, e.g. `--model`. */
export function unknownModelSet(named: string, name: string, known: readonly string[]): Fault {
  return new Fault('unknown-model', `${named} is ${name}, and the models are ${known.join(', ')}`, {
    hint: 'Take one of these names; `ocr-pipeline models` says what each is and which are here.',
  });
}

const HOW_TO_GET_ON = (name: string) =>
  `Fetch them once, with a network, by \`ocr-pipeline models add ${name}\`, or read with \`--model pp-ocr-v4\`, which npm installed.`;

export function modelsNotHere(name: string, folder: string): Fault {
  return new Fault(
    'models-not-here',
    `The models of ${name} are not in ${folder}, and --offline forbids to fetch them`,
    {
      hint: HOW_TO_GET_ON(name),
    },
  );
}

export function modelsNotFetched(name: string, folder: string, problem: string, cause?: unknown): Fault {
  return new Fault(
    'models-not-fetched',
    `The models of ${name} are not in ${folder}, and the index gives none: ${problem}`,
    {
      hint: HOW_TO_GET_ON(name),
      cause,
    },
  );
}

export function modelsChanged(name: string, folder: string, cause?: unknown): Fault {
  return new Fault(
    'models-changed',
    `A file of ${name} in ${folder} is not the one that this version was proven with`,
    {
      hint: `Find out who changed it, then fetch the files again with \`ocr-pipeline models add ${name}\`.`,
      cause,
    },
  );
}

export function modelFolderUnwritable(folder: string, problem: string, cause: unknown): Fault {
  return new Fault('model-folder-unwritable', `The models cannot be kept in ${folder} (${problem})`, {
    hint: 'Name a folder that this user may write, on a disk with room, in OCR_PIPELINE_MODEL_FOLDER.',
    cause,
  });
}
