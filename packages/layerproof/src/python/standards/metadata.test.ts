import { expect, test } from 'vitest';
import { parseMetadata } from './metadata.ts';

const METADATA = `Metadata-Version: 2.1
Name: requests
Version: 2.31.0
License: Apache 2.0
Requires-Python: >=3.7
Requires-Dist: charset-normalizer (<4,>=2)
Requires-Dist: PySocks (!=1.5.7,>=1.5.6) ; extra == 'socks'
Classifier: License :: OSI Approved :: Apache Software License
Provides-Extra: socks

Requires-Dist: not-a-header
`;

test('reads the headers and nothing below them', () => {
  const metadata = parseMetadata(METADATA);
  expect(metadata).toMatchObject({
    name: 'requests',
    version: '2.31.0',
    requiresPython: '>=3.7',
    license: 'Apache 2.0',
  });
  expect(metadata.requires.map(({ name, specifier, marker }) => [name, specifier, marker !== undefined])).toEqual([
    ['charset-normalizer', '<4,>=2', false],
    ['pysocks', '!=1.5.7,>=1.5.6', true],
  ]);
});

test.each([
  ['License-Expression: MIT OR Apache-2.0\nLicense: x', 'MIT OR Apache-2.0', true],
  ['License: The whole\n  text of it\nClassifier: License :: OSI Approved :: MIT License', 'MIT License', false],
  ['License: UNKNOWN', undefined, false],
  ['Summary: none', undefined, false],
])('the licence of %j is %s', (text, license, isLicenseExpression) => {
  expect(parseMetadata(text)).toMatchObject({ license, isLicenseExpression });
});
