import { expect, test } from 'vitest';
import { parseTarget } from '../../target/target.ts';
import { parseMetadata } from '../standards/metadata.ts';
import { parseRequirement } from '../standards/requirement.ts';
import { unknownExtras } from './unknown-extras.ts';

/** METADATA by `name version`, and lines of a requirements file. */
function told(wheels: Readonly<Record<string, string>>, ...asked: string[]): string[] {
  const distributions = Object.entries(wheels).map(([key, text]) => {
    const [name = '', version = ''] = key.split(' ');
    return { name, version, metadata: parseMetadata(`Name: ${name}\nVersion: ${version}\n${text}\n`) };
  });
  const requirements = asked.map((line, at) => {
    return { requirement: parseRequirement(line), origin: `requirements.txt line ${at + 1}`, hashes: [] };
  });
  return unknownExtras(requirements, distributions, parseTarget('python3.12', 'x86_64'));
}

const PAGE = { 'page 1.0': 'Provides-Extra: Fast_Path\nProvides-Extra: all' };

test('an extra that the version does not have is told with those that it has', () => {
  expect(told(PAGE, 'page[fast]')).toEqual([
    'page 1.0 has no extra fast, which requirements.txt line 1 asks for: its extras are all, fast-path',
  ]);
  expect(told({ 'page 1.0': '' }, 'page[fast]')).toEqual([
    'page 1.0 has no extra fast, which requirements.txt line 1 asks for: it has no extras',
  ]);
});

test('an extra that is there is none of it, in whatever spelling, and also where only markers name it', () => {
  expect(told(PAGE, 'page[fast.path,ALL]')).toEqual([]);
  expect(told({ 'page 1.0': 'Requires-Dist: x; extra == "Old" and os_name == "nt"' }, 'page[old]')).toEqual([]);
});

test('a requirement that does not hold for the target asks for nothing', () => {
  expect(told(PAGE, 'page[fast]; sys_platform == "win32"', 'letter[fast]')).toEqual([]);
});

test('one wheel may ask another in vain, but what its own extras would ask for is not asked for', () => {
  const letter = 'Requires-Dist: page[fast]\nRequires-Dist: page[slow]; extra == "slow"\nProvides-Extra: slow';
  expect(told({ ...PAGE, 'letter 2.0': letter }, 'letter')).toEqual([
    'page 1.0 has no extra fast, which letter 2.0 asks for: its extras are all, fast-path',
  ]);
});
