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

test('keeps a line that means nothing, with its marker, and reads the others', () => {
  const { requires, broken } = parseMetadata(
    'Name: a\nRequires-Dist: b (>= unknown) ; extra == "m"\nRequires-Dist: c (>=1,)\nRequires-Dist: ; moon\n\n',
  );
  expect(requires.map(({ name, specifier }) => name + specifier)).toEqual(['c>=1']);
  expect(broken.map(({ text, marker }) => [text, marker !== undefined])).toEqual([
    ['b (>= unknown) ; extra == "m"', true],
    ['; moon', false],
  ]);
});
