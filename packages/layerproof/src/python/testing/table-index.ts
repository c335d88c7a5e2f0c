import type { IndexAnswer, WheelFile } from '../index/index-file.ts';
import type { PackageIndex } from '../index/package-index.ts';
import { readRequirementLines } from '../standards/metadata.ts';
import { compareVersions } from '../standards/version.ts';
import { parseWheelName } from '../standards/wheel-name.ts';

export interface Release {
  /** `Requires-Dist` lines. */
  readonly requires?: readonly string[];
  /** Tags of its wheels; `py3-none-any` unless told; none for a release that comes as source only. */
  readonly tags?: readonly string[];
  /** What METADATA and the index say; `pythonInMetadata` is what METADATA alone says. */
  readonly requiresPython?: string;
  readonly pythonInMetadata?: string;
  readonly yanked?: string;
  /** Of its wheels, as the index states it. */
  readonly sha256?: string;
  /** Only a direct reference leads to it. */
  readonly isUnlisted?: boolean;
}

/** A tiny universe: name, then version, then what it is. */
export type Universe = Readonly<Record<string, Readonly<Record<string, Release>>>>;

/** A package index over a table. Names of what was asked are kept, to see what a search costs. */
export function tableIndex(universe: Universe): PackageIndex & { readonly asked: string[] } {
  const asked: string[] = [];
  return {
    asked,
    async files(name): Promise<IndexAnswer> {
      const releases = universe[name];
      if (releases === undefined) return { kind: 'unknown', asked: ['https://index.example/simple/'] };
      const wheels = Object.entries(releases).flatMap(([version, release]) =>
        release.isUnlisted === true ? [] : wheelsOf(name, version, release),
      );
      const versions = Object.keys(releases).filter((version) => releases[version]?.tags?.length === 0);
      return { kind: 'found', page: { wheels, sourceVersions: versions.toSorted(compareVersions) } };
    },
    async metadata({ name: { distribution, version } }) {
      asked.push(`${distribution} ${version}`);
      const release = universe[distribution]?.[version];
      return {
        name: distribution,
        version,
        ...readRequirementLines(release?.requires ?? []),
        requiresPython: release?.pythonInMetadata ?? release?.requiresPython,
        extras: [],
        license: undefined,
        isLicenseExpression: false,
      };
    },
    async wheelAt(url) {
      return wheelFile(url.split('/').at(-1) ?? '', {});
    },
  };
}

function wheelsOf(name: string, version: string, release: Release): WheelFile[] {
  return (release.tags ?? ['py3-none-any']).map((tag) =>
    wheelFile(`${name.replaceAll('-', '_')}-${version}-${tag}.whl`, release),
  );
}

export function wheelFile(fileName: string, { requiresPython, yanked, sha256 }: Release): WheelFile {
  return {
    name: parseWheelName(fileName),
    url: `https://index.example/${fileName}`,
    sha256,
    size: undefined,
    requiresPython,
    yanked,
    metadata: undefined,
  };
}
