import { formatFault, isFault } from '@ocr-pipeline/fault';
import { expect, test } from 'vitest';
import { readConfiguration } from './configuration.ts';

const environment = {
  BUCKET: 'documents',
  TABLE: 'records',
  QUEUE_URL: 'https://sqs.eu-central-1.amazonaws.com/123456789012/jobs',
  RETENTION_DAYS: '30',
  DOCUMENT_LANGUAGE: 'latin',
};

function faultOf(settings: NodeJS.ProcessEnv): string {
  try {
    readConfiguration(settings);
  } catch (error) {
    if (isFault(error)) return formatFault(error);
    throw error;
  }
  return 'no fault';
}

test('reads what Terraform set', () => {
  expect(readConfiguration(environment)).toEqual({
    bucket: 'documents',
    table: 'records',
    queueUrl: environment.QUEUE_URL,
    retentionDays: 30,
    language: 'latin',
  });
});

test.each(Object.keys(environment))('names %s when it is missing or empty', (name) => {
  for (const value of [undefined, '']) {
    expect(faultOf({ ...environment, [name]: value })).toContain(`needs the environment variable ${name},`);
  }
});

test('refuses a language that is not read', () => {
  expect(faultOf({ ...environment, DOCUMENT_LANGUAGE: 'ko' })).toContain(
    'DOCUMENT_LANGUAGE is `ko`, which is not one of latin, zh, ja',
  );
});

test('refuses a retention that is no number of days', () => {
  for (const value of ['0', '-1', '1.5', 'a month', '1e3']) {
    expect(faultOf({ ...environment, RETENTION_DAYS: value })).toContain(`RETENTION_DAYS is \`${value}\``);
  }
  expect(faultOf({ ...environment, RETENTION_DAYS: '0' })).toMatchInlineSnapshot(`
    "error[setting-invalid]: The environment variable RETENTION_DAYS is \`0\`, which is not a whole number of days, 1 to 99999

    hint: Set it as the Terraform module \`ocr-pipeline\` does."
  `);
});
