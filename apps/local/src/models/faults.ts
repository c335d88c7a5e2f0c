import { Fault } from '@ocr-pipeline/fault';

// Every way in which models can be out of reach, in one place, so that the messages read alike.

/** `asked` leads to the name, e.g. `--model is`; `languages` are given where their names would do as well. */
export function unknownModelSet(
  asked: string,
  name: string,
  sets: readonly string[],
  languages: readonly string[] = [],
): Fault {
  const known =
    languages.length === 0 ? sets.join(', ') : `${sets.join(', ')}, for the languages ${languages.join(', ')}`;
  return new Fault('unknown-model', `${asked} ${name}, and the models are ${known}`, {
    hint: 'Take one of these names; `ocr-pipeline models` says what each is and which are here.',
  });
}

export function unknownLanguage(name: string, known: readonly string[]): Fault {
  return new Fault('unknown-language', `--language is ${name}, and there are models for ${known.join(', ')}`, {
    hint: 'Take one of these; every European language in Latin letters is read as `latin`.',
  });
}

export function languageNotOfSet(
  { name, languages }: { readonly name: string; readonly languages: readonly string[] },
  language: string,
  better: string,
): Fault {
  return new Fault('language-not-of-model', `--language is ${language}, and ${name} reads ${languages.join(', ')}`, {
    hint: `Read it with \`--model ${better}\`, or leave the model to the language.`,
  });
}

export function modelsInstalled(name: string, action: 'add' | 'remove'): Fault {
  return new Fault(
    'models-installed',
    `The models of ${name} belong to an npm package, and \`models ${action}\` works on fetched ones`,
    {
      hint: 'Repair or remove them as any other package: with npm.',
    },
  );
}

const HOW_TO_GET_ON = (name: string) =>
  `Fetch them once, with a network, by \`ocr-pipeline models add ${name}\`, or read with \`--model pp-ocr-v4\`, which came by npm and knows no Japanese.`;

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

export function modelsChanged(name: string, folder: string, cause: Fault): Fault {
  return new Fault('models-changed', `In ${folder}: ${cause.message}`, {
    hint: `Find out who changed the file, then fetch it again with \`ocr-pipeline models add ${name}\`.`,
    cause,
  });
}

export function modelFolderUnwritable(folder: string, problem: string, cause: unknown): Fault {
  return new Fault('model-folder-unwritable', `The models cannot be kept in ${folder} (${problem})`, {
    hint: 'Name a folder that this user may write, on a disk with room, in OCR_PIPELINE_MODEL_FOLDER.',
    cause,
  });
}
