import {
  DEFAULT_LANGUAGE,
  DEFAULT_MODEL_SET,
  isLanguage,
  LANGUAGES,
  type LanguageName,
  MODEL_SETS,
  type NamedModelSet,
  modelSetNamed,
} from '@ocr-pipeline/ocr';
import type { Io } from '../io.ts';
import { languageNotOfSet, unknownLanguage, unknownModelSet } from './faults.ts';

/** What every command that reads takes. */
export const MODEL_OPTIONS = {
  model: {
    type: 'string',
    value: 'NAME',
    about: `What to read with, of \`ocr-pipeline models\`; ${DEFAULT_MODEL_SET} by default`,
  },
  language: {
    type: 'string',
    short: 'l',
    value: 'NAME',
    about: `What to read: ${LANGUAGES.map(({ name }) => (name === DEFAULT_LANGUAGE ? `${name} (the default)` : name)).join(', ')}`,
  },
  offline: { type: 'boolean', about: 'Fetch no models: one that is not here is a fault' },
} as const;

export interface ModelChoice {
  readonly set: NamedModelSet;
  readonly language: LanguageName;
}

/**
 * The set to read with: `--model`, else `OCR_PIPELINE_MODEL`, else the best one for the language, which is `--language`, else
 * `latin`. Throws the Faults `unknown-model`, `unknown-language` and `language-not-of-model`.
 */
export function chooseModels(
  { model, language = DEFAULT_LANGUAGE }: { readonly model?: string; readonly language?: string },
  environment: Io['environment'],
): ModelChoice {
  if (!isLanguage(language)) throw unknownLanguage(language, languageNames());
  const set = chosenSet(model, environment) ?? setForLanguage(language);
  if (!set.languages.includes(language)) throw languageNotOfSet(set, language, setForLanguage(language).name);
  return { set, language };
}

function chosenSet(model: string | undefined, environment: Io['environment']): NamedModelSet | undefined {
  if (model !== undefined) return setNamed('--model is', model);
  const variable = environment['OCR_PIPELINE_MODEL'];
  return variable === undefined || variable === '' ? undefined : setNamed('OCR_PIPELINE_MODEL is', variable);
}

function setNamed(asked: string, name: string): NamedModelSet {
  const set = modelSetNamed(name);
  if (set === undefined) throw unknownModelSet(asked, name, setNames());
  return set;
}

/** The set of that name, and no other: a set for one language may read others too. Throws a Fault `unknown-model`. */
export function setToRemove(name: string): NamedModelSet {
  return setNamed('Asked for was', name);
}

/** The set of that name, or the best one for the language of that name. Throws a Fault `unknown-model`. */
export function setToAdd(name: string): NamedModelSet {
  const set = modelSetNamed(name) ?? (isLanguage(name) ? setForLanguage(name) : undefined);
  if (set === undefined) throw unknownModelSet('Asked for was', name, setNames(), languageNames());
  return set;
}

/** The best set that knows the language: the first one of the list. */
function setForLanguage(language: LanguageName): NamedModelSet {
  const set = MODEL_SETS.find(({ languages }: NamedModelSet) => languages.includes(language));
  if (set === undefined) throw new Error(`No set of models reads ${language}`);
  return set;
}

const setNames = () => MODEL_SETS.map(({ name }) => name);
const languageNames = () => LANGUAGES.map(({ name }) => name);
