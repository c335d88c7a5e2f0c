import type { Script } from '../recognition/alphabet.ts';

/** What can be read, by the name that the command line takes. A script of many languages has its own name, others their BCP 47 tag. */
export const LANGUAGES = [
  { name: 'latin', about: 'every European language in Latin letters', script: 'latin' },
  { name: 'zh', about: 'Chinese, simplified and traditional, with Latin', script: 'chinese' },
  { name: 'ja', about: 'Japanese, with Latin', script: 'japanese' },
] as const satisfies readonly { readonly name: string; readonly about: string; readonly script: Script }[];

export type LanguageName = (typeof LANGUAGES)[number]['name'];

export const DEFAULT_LANGUAGE: LanguageName = 'latin';

/** The characters of a language. */
export function scriptOf(language: LanguageName): Script {
  return LANGUAGES.find(({ name }) => name === language)?.script ?? 'latin';
}

export function isLanguage(name: string): name is LanguageName {
  return LANGUAGES.some((language) => language.name === name);
}
