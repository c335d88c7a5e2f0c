import { execFileSync } from 'node:child_process';
import { expect, test } from 'vitest';
import { testWithTool } from '../../../../test/tools.ts';
import { type LayerComponent, componentsOf } from './layer-package.ts';
import { makeSbom } from './sbom.ts';

const LAYER = { name: 'layer', sha256: 'ab'.repeat(32) };
const PYTHON: LayerComponent[] = [
  {
    name: 'page',
    version: '2.0',
    purl: 'pkg:pypi/page@2.0',
    artifact: { file: 'page-2.0-py3-none-any.whl', sha256: 'cd'.repeat(32) },
    license: 'MIT OR Apache-2.0',
    isLicenseExpression: true,
    needs: ['pkg:pypi/glyphs@1.5'],
  },
  {
    name: 'glyphs',
    version: '1.5',
    purl: 'pkg:pypi/glyphs@1.5',
    artifact: { file: 'glyphs-1.5-py3-none-any.whl', sha256: 'ef'.repeat(32) },
    license: 'BSD-like, see LICENSE',
    isLicenseExpression: false,
    needs: [],
  },
  {
    name: 'bare',
    version: '1.0+local.1',
    purl: 'pkg:pypi/bare@1.0%2Blocal.1',
    artifact: { file: 'bare-1.0+local.1-py3-none-any.whl', sha256: '01'.repeat(32) },
    license: undefined,
    isLicenseExpression: false,
    needs: [],
  },
];
const FOLDER = 'nodejs/node_modules';
const NPM = componentsOf(
  [],
  [
    { name: 'sharp', version: '0.34.4', folder: FOLDER, license: 'Apache-2.0' },
    { name: '@img/colour', version: '1.0.0', folder: FOLDER, license: 'MIT' },
    { name: '@img/colour', version: '1.0.0', folder: `${FOLDER}/sharp/node_modules`, license: 'MIT' },
    { name: 'own', version: '1.0.0', folder: FOLDER, license: 'UNLICENSED' },
    { name: 'other', version: '1.0.0', folder: FOLDER, license: 'SEE LICENSE IN licence.txt' },
    { name: 'silent', version: '1.0.0', folder: FOLDER, license: undefined },
  ],
);

test('npm packages are named once, with their scope, and with a licence as an expression where it is one', () => {
  const { components } = JSON.parse(makeSbom(LAYER, NPM));
  expect(components.map(({ purl, licenses }: { purl: string; licenses: unknown }) => [purl, licenses])).toEqual([
    ['pkg:npm/%40img/colour@1.0.0', [{ expression: 'MIT' }]],
    ['pkg:npm/other@1.0.0', [{ license: { name: 'SEE LICENSE IN licence.txt' } }]],
    ['pkg:npm/own@1.0.0', [{ license: { name: 'UNLICENSED' } }]],
    ['pkg:npm/sharp@0.34.4', [{ expression: 'Apache-2.0' }]],
    ['pkg:npm/silent@1.0.0', undefined],
  ]);
});

const VALIDATE = `
import sys
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
problem = JsonStrictValidator(SchemaVersion.V1_6).validate_str(sys.stdin.read())
print('valid' if problem is None else problem)
`;
const validate = (text: string) => execFileSync('python3', ['-c', VALIDATE], { input: text, encoding: 'utf8' }).trim();

const withCycloneDx = testWithTool('cyclonedx-python-lib[json-validation]', [
  'python3',
  '-c',
  'from cyclonedx.validation.json import JsonStrictValidator; import jsonschema',
]);
withCycloneDx('the bill is what the JSON schema of CycloneDX 1.6 asks for', () => {
  expect(validate(makeSbom(LAYER, [...PYTHON, ...NPM]))).toBe('valid');
  expect(validate(makeSbom(LAYER, []))).toBe('valid');
  expect(validate(makeSbom({ ...LAYER, sha256: 'no hash' }, []))).not.toBe('valid');
});
