import { describe, expect, test } from 'vitest';
import { repairSpecifier } from './repair.ts';
import { asksForPrerelease, isInSpecifier, isSpecifier, pinnedVersion } from './specifier.ts';

describe('isInSpecifier', () => {
  test.each([
    ['>=1.4,<2', ['1.4', '1.9.post1'], ['1.4rc1', '2', '2rc1', '2.dev0']],
    ['~=2.2', ['2.2', '2.9'], ['2.1', '3.0']],
    ['~=1.4.5a4', ['1.4.5a4', '1.4.9'], ['1.4.5a3', '1.5']],
    ['~=2.2.post3', ['2.2.post3', '2.3'], ['2.2', '2.2.post2', '3']],
    ['==1.1', ['1.1', '1.1.0', '1.1+cpu'], ['1.1.1', '1.1.post1', '1.1a1']],
    ['==1.1+cpu', ['1.1+cpu', '1.1+CPU'], ['1.1', '1.1+cuda']],
    ['==1.1.*', ['1.1', '1.1.9', '1.1a1', '1.1.post1'], ['1.10', '1.2']],
    ['==1.0.*', ['1', '1.0.3'], ['1.1']],
    ['!=1.1.*', ['1.2', '2'], ['1.1', '1.1.post1']],
    ['!=1.1', ['1.1.1'], ['1.1', '1.1+cpu']],
    ['>1.7', ['1.7.1', '1.8'], ['1.7', '1.7.post1', '1.7+local']],
    ['>1.7.post2', ['1.7.post3', '1.7.1'], ['1.7.post2', '1.7']],
    ['<2.0rc1', ['2.0b1', '1.9'], ['2.0rc1', '2.0']],
    ['<=1.0', ['1.0', '1.0+cpu', '0.9'], ['1.0.post1']],
    ['===1.0', ['1.0'], ['1.0.0', '1']],
    ['>=1!1', ['1!1'], ['2024.1']],
    ['', ['1', '1rc1', 'whatever'], []],
  ])('%s', (specifier, taken, refused) => {
    expect(taken.filter((version) => !isInSpecifier(version, specifier))).toEqual([]);
    expect(refused.filter((version) => isInSpecifier(version, specifier))).toEqual([]);
  });
});

test.each(['1.0', '>=one', '>=1.*', '~=1', '>=1.0+local', '==1.0.dev1.*', '>=1 <2', '>=1,,<2', '=>1'])(
  '%s is no specifier',
  (text) => expect(isSpecifier(text)).toBe(false),
);

test.each([
  ['==1.0', '1.0'],
  ['===1.0RC1', '1.0rc1'],
  ['>=1,==1.5', '1.5'],
  ['==1.*', undefined],
  ['>=1', undefined],
])('the version that %s pins is %s', (specifier, version) => expect(pinnedVersion(specifier)).toBe(version));

test.each([
  ['>=2.0rc1', true],
  ['==2.dev1', true],
  ['!=2.0rc1', false],
  ['>=2.0.post1', false],
])('%s asks for pre-releases: %s', (specifier, expected) => expect(asksForPrerelease(specifier)).toBe(expected));

describe('repairSpecifier', () => {
  test.each([
    ['>=2.7,!=3.0.*,', '>=2.7,!=3.0.*'],
    ['>=3.6.*', '>=3.6'],
    ['>=7.2.0<8.0.0', '>=7.2.0,<8.0.0'],
    ['!=~5.0', '!=5.0.*'],
    ['!=3.0*', '!=3.0.*'],
    ['>dev', '>0.0.0.dev0'],
    [">='2.7'", '>=2.7'],
    ['>=*', '>=0.dev0'],
    ['>=1,<2', '>=1,<2'],
    ['three', undefined],
  ])('%s means %s', (written, meant) => expect(repairSpecifier(written)).toBe(meant));
});
