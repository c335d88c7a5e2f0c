import { isLanguage, type LanguageName, LANGUAGES } from '@ocr-pipeline/ocr';
import { settingInvalid, settingMissing } from './faults.ts';

/** What a function is told by its environment; set by `infra/terraform/modules/ocr-pipeline`. */
export interface Configuration {
  /** Bucket of uploads and results. */
  readonly bucket: string;
  /** Table of upload and job records. */
  readonly table: string;
  readonly queueUrl: string;
  /** Days after which a record may be deleted. */
  readonly retentionDays: number;
  /** What documents are written in. */
  readonly language: LanguageName;
}

/** Reads the settings of a function. Throws a Fault `setting-missing` or `setting-invalid`, which names the variable. */
export function readConfiguration(environment: NodeJS.ProcessEnv): Configuration {
  const setting = (name: string): string => {
    const value = environment[name];
    if (value === undefined || value === '') throw settingMissing(name);
    return value;
  };
  return {
    bucket: setting('BUCKET'),
    table: setting('TABLE'),
    queueUrl: setting('QUEUE_URL'),
    retentionDays: wholeDays('RETENTION_DAYS', setting('RETENTION_DAYS')),
    language: knownLanguage('DOCUMENT_LANGUAGE', setting('DOCUMENT_LANGUAGE')),
  };
}

function knownLanguage(name: string, value: string): LanguageName {
  if (isLanguage(value)) return value;
  throw settingInvalid(name, value, `one of ${LANGUAGES.map((language) => language.name).join(', ')}`);
}

function wholeDays(name: string, value: string): number {
  if (!/^[1-9][0-9]{0,4}$/.test(value)) throw settingInvalid(name, value, 'a whole number of days, 1 to 99999');
  return Number(value);
}
