import { describe, expect, test } from 'vitest';
import al2 from './facts/al2.generated.ts';
import al2023 from './facts/al2023.generated.ts';
import { INSTALLED_PACKAGES } from './testing/installed-packages.ts';
import { LIBRARIES_OF_2019 } from './testing/listing-of-2019.ts';

/** Why a library is in one listing and not in the other. */
type Reasons = Readonly<Record<string, string>>;

interface Listings {
  /** Of the facts: files that were there in every snapshot. */
  readonly first: readonly string[];
  readonly second: readonly string[];
  readonly onlyInFirst: Reasons;
  readonly onlyInSecond: Reasons;
}

/** Libraries that one of two listings has alone without a reason, and reasons for what both have or neither. */
function unexplained({ first, second, onlyInFirst, onlyInSecond }: Listings): string[] {
  const alone = (some: readonly string[], others: readonly string[], reasons: Reasons, where: string) => {
    const own = some.filter((library) => !others.includes(library));
    const without = own
      .filter((library) => !Object.hasOwn(reasons, library))
      .map((library) => `${library} is only ${where}`);
    const stale = Object.keys(reasons).filter((library) => !own.includes(library));
    return [...without, ...stale.map((library) => `${library} is not only ${where}, as its reason has it`)];
  };
  return [...alone(first, second, onlyInFirst, 'in the first'), ...alone(second, first, onlyInSecond, 'in the second')];
}

const LOADER = 'glibc brings the loader under a name for each CPU, which the table of both leaves out';
const MATH = 'glibc has vectors of mathematics on x86_64 alone';

const BY_PACKAGES: Readonly<Record<string, Listings>> = {
  'al2/x86_64': {
    first: al2.libraries.x86_64,
    second: librariesOf('al2'),
    onlyInFirst: { 'ld-linux-x86-64.so.2': LOADER },
    onlyInSecond: {},
  },
  'al2/arm64': {
    first: al2.libraries.arm64,
    second: librariesOf('al2'),
    onlyInFirst: { 'ld-linux-aarch64.so.1': LOADER },
    onlyInSecond: { 'libmvec.so.1': MATH },
  },
  'al2023/x86_64': {
    first: al2023.libraries.x86_64,
    second: librariesOf('al2023'),
    onlyInFirst: {
      'ld-linux-x86-64.so.2': LOADER,
      'liblua-5.3.so':
        'inferred: lua-libs 5.4 keeps the library of 5.3 beside its own; no other package would bring it',
    },
    onlyInSecond: {
      'libgirepository-2.0.so.0': 'part of glib2 since 2.80: not in every snapshot',
      'libpsl.so.5': 'libpsl is not in every snapshot',
    },
  },
  'al2023/arm64': {
    first: al2023.libraries.arm64,
    second: librariesOf('al2023'),
    onlyInFirst: {
      'ld-linux-aarch64.so.1': LOADER,
      'liblua-5.3.so':
        'inferred: lua-libs 5.4 keeps the library of 5.3 beside its own; no other package would bring it',
    },
    onlyInSecond: {
      'libgirepository-2.0.so.0': 'part of glib2 since 2.80: not in every snapshot',
      'libmvec.so.1': MATH,
      'libpsl.so.5': 'libpsl is not in every snapshot',
    },
  },
};

/** Packages that Amazon Linux 2 under Lambda has had since some day between May 2019 and November 2023. */
const ADDED_LATER = 'bzip2-libs expat fontconfig freetype libicu libpng libuuid'.split(' ');

const OF_2019: Listings = {
  first: al2.libraries.x86_64,
  second: LIBRARIES_OF_2019,
  onlyInFirst: {
    ...Object.fromEntries(
      ADDED_LATER.flatMap((name) => librariesOf('al2', name)).map((library) => [
        library,
        'its package was added later',
      ]),
    ),
    'libgcc_s-7-20180712.so.1': 'named after the day of a newer GCC 7',
    'libpsx.so.2': 'came with libcap 2.54, where 2019 had 2.22',
  },
  onlyInSecond: { 'libgcc_s-7-20180303.so.1': 'named after the day of an older GCC 7' },
};

function librariesOf(base: 'al2' | 'al2023', only?: string): string[] {
  const packages = Object.entries(INSTALLED_PACKAGES[base] ?? {});
  return packages.flatMap(([name, libraries]) =>
    only === undefined || name.startsWith(`${only}-`) ? libraries.split(' ') : [],
  );
}

describe('the libraries of a runtime, by another listing', () => {
  test.each(Object.entries(BY_PACKAGES))('%s, by the packages that rpm has installed', (_, listings) => {
    expect(unexplained(listings)).toEqual([]);
    expect(new Set(listings.second).size).toBe(listings.second.length);
  });

  test('al2/x86_64, by the files that another project saw in 2019', () => {
    expect(unexplained(OF_2019)).toEqual([]);
  });

  test('a library that the second has not is told, and so is a reason for none', () => {
    const [listings] = Object.values(BY_PACKAGES);
    if (listings === undefined) throw new Error('no listing');
    expect(unexplained({ ...listings, first: [...listings.first, 'libGL.so.1'] })).toEqual([
      'libGL.so.1 is only in the first',
    ]);
    expect(unexplained({ ...listings, first: listings.first.filter((library) => library !== 'libz.so.1') })).toEqual([
      'libz.so.1 is only in the second',
    ]);
    expect(unexplained({ ...listings, onlyInSecond: { 'libz.so.1': 'none' } })).toEqual([
      'libz.so.1 is not only in the second, as its reason has it',
    ]);
  });

  test('the packages go with the version of glibc that the facts name', () => {
    for (const { name, glibcPackage } of [al2, al2023]) {
      const glibc = Object.keys(INSTALLED_PACKAGES[name] ?? {}).find((known) => known.startsWith('glibc-'));
      expect(glibcPackage.startsWith(`${glibc}-`)).toBe(true);
    }
  });
});
