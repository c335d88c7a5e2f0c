import { execFileSync } from 'node:child_process';
import { expect } from 'vitest';
import { testWithTool } from '../../../../../test/tools.ts';
import { randomNumbers } from '../resolver/testing/random-numbers.ts';
import { isInSpecifier, isSpecifier } from './specifier.ts';
import { compareVersions, normalizeVersion } from './version.ts';

const COUNT = 3000;

/** Versions and specifiers of chance, with every part that PEP 440 knows. */
function cases(seed: number): { version: string; other: string; specifier: string }[] {
  const random = randomNumbers(seed);
  const part = (chance: number, words: readonly string[]) =>
    random(100) < chance ? `${words[random(words.length)]}${random(3)}` : '';
  const numbers = (most: number) => Array.from({ length: 1 + random(most) }, () => random(4)).join('.');
  const version = (local: number) =>
    (random(100) < 8 ? `${1 + random(2)}!` : '') +
    numbers(4) +
    part(30, ['a', '.beta', 'rc', '-c', 'alpha']) +
    part(20, ['.post', '-', '.rev']) +
    part(20, ['.dev', 'dev']) +
    part(local, ['+cpu', '+ubuntu-', '+', '+2.a']);
  // packaging drops `.post0` from `~=`, and not `.rev0`, so clauses have the normal form. It compares a wildcard with the pre-release part as if it were one more number, so they are not brought together;
  // and it takes no local version of another version with the same release (`2+1` is not `>2a0`), which PEP 440 does not say.
  const clause = () =>
    `${['==', '!=', '<', '<=', '>=', '~=', '===', '>'][random(8)]}${normalizeVersion(version(0)) ?? ''}`;
  return Array.from({ length: COUNT }, () =>
    random(5) === 0
      ? { version: numbers(4), other: version(15), specifier: `${random(2) === 0 ? '==' : '!='}${numbers(3)}.*` }
      : { version: version(0), other: version(15), specifier: random(4) === 0 ? `${clause()},${clause()}` : clause() },
  );
}

const ORACLE = `
import json, sys
from pip._vendor.packaging.version import Version
from pip._vendor.packaging.specifiers import SpecifierSet, InvalidSpecifier
def judge(case):
    a, b = Version(case["version"]), Version(case["other"])
    try:
        taken = SpecifierSet(case["specifier"]).contains(a, prereleases=True)
    except InvalidSpecifier:
        taken = None
    return [str(a), str(b), (a > b) - (a < b), taken]
print(json.dumps([judge(case) for case in json.load(sys.stdin)]))
`;

testWithTool('python3', ['python3', '-c', 'import pip._vendor.packaging.version'])(
  `${COUNT} versions and specifiers of chance mean the same as in Python's packaging`,
  () => {
    const asked = cases(440);
    const answer: unknown = JSON.parse(
      execFileSync('python3', ['-c', ORACLE], { input: JSON.stringify(asked), encoding: 'utf8', maxBuffer: 1 << 26 }),
    );
    const ours = asked.map(({ version, other, specifier }) => [
      normalizeVersion(version),
      normalizeVersion(other),
      Math.sign(compareVersions(version, other)),
      isSpecifier(specifier) ? isInSpecifier(version, specifier) : null,
    ]);
    const wrong = ours.flatMap((own, at) => {
      const theirs: unknown = Array.isArray(answer) ? answer[at] : undefined;
      return JSON.stringify(own) === JSON.stringify(theirs) ? [] : [{ asked: asked[at], own, theirs }];
    });
    expect(wrong).toEqual([]);
  },
);
