// https://docs.astral.sh/uv/reference/settings/, https://docs.astral.sh/uv/concepts/projects/dependencies/#dependency-sources
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { markerEnvironment } from '../../target/marker-environment.ts';
import type { Target } from '../../target/target.ts';
import { evaluateMarker, parseMarker } from '../standards/marker.ts';
import { normalizeName } from '../standards/name.ts';
import { asRecord, recordsOf, textOf, textsOf, type Untyped } from '../untyped.ts';
import { checkLink } from './check-index-options.ts';
import { settingNotFollowed, sourceDependency } from './faults.ts';
import { momentOf } from './moment.ts';
import { askedOf } from './project-requirements.ts';
import type { AskedRequirement, Requirements } from './requirements.ts';

export interface UvSettings {
  readonly rules: Omit<Requirements, 'requirements' | 'hashesRequired' | 'extras' | 'groups'>;
  /** The requirements with the addresses of their `[tool.uv.sources]`. */
  withSources(requirements: readonly AskedRequirement[]): AskedRequirement[];
}

export interface UvOptions {
  readonly label: string;
  readonly folder: string;
  readonly target: Target;
}

/**
 * What `[tool.uv]` of a project changes about the answer.
 *
 * @throws Fault `setting-not-followed` for a setting that asks for another answer than we give, `source-dependency` for a
 * dependency that is a repository or a folder of sources.
 */
export function uvSettings(uv: Untyped, options: UvOptions): UvSettings {
  const { label, folder } = options;
  const resolution = textOf(uv['resolution']);
  if (resolution !== undefined && resolution !== 'highest') {
    throw settingNotFollowed(label, `resolution = "${resolution}"`, 'layerproof takes the highest version that fits');
  }
  const listed = recordsOf(uv['index']).filter(({ url }) => typeof url === 'string');
  const urls = new Map(listed.map((entry) => [textOf(entry['name']) ?? '', String(entry['url'])]));
  const usable = listed.filter((entry) => entry['explicit'] !== true);
  const main = usable.find((entry) => entry['default'] === true);
  const sources = new Map(Object.entries(asRecord(uv['sources'])).map(([name, value]) => [normalizeName(name), value]));
  // TOML has dates of its own; uv writes texts.
  const newest = uv['exclude-newer'] instanceof Date ? uv['exclude-newer'].toISOString() : textOf(uv['exclude-newer']);
  const place = (name: string) => `${label} [tool.uv] ${name}`;
  return {
    rules: {
      constraints: askedOf(textsOf(uv['constraint-dependencies']), place('constraint-dependencies')),
      overrides: askedOf(textsOf(uv['override-dependencies']), place('override-dependencies')),
      excluded: new Set(textsOf(uv['exclude-dependencies']).map(normalizeName)),
      indexes: indexesOf(sources, urls, options),
      options: {
        indexUrl: textOf(main?.['url']) ?? textOf(uv['index-url']),
        extraIndexUrls: [
          ...usable.filter((entry) => entry !== main).map((entry) => String(entry['url'])),
          ...textsOf(uv['extra-index-url']),
        ],
        findLinks: textsOf(uv['find-links']).map((link) => {
          checkLink(link, folder, place('find-links'));
          return URL.canParse(link) ? link : resolve(folder, link);
        }),
        noIndex: uv['no-index'] === true,
        prereleases: uv['prerelease'] === 'allow',
        trustedHosts: textsOf(uv['allow-insecure-host']),
      },
      excludeNewer: newest === undefined ? undefined : momentOf(newest, place('exclude-newer')),
      notes: notesOf(uv, label),
    },
    withSources: (requirements) => requirements.map((asked) => withSource(asked, sources, options)),
  };
}

/** A source is a table, or a list of tables with markers: the ones whose marker holds. */
function sourcesFor(value: unknown, { target }: UvOptions): Untyped[] {
  const tables = Array.isArray(value) ? recordsOf(value) : [asRecord(value)];
  return tables.filter((table) => {
    const marker = textOf(table['marker']);
    return marker === undefined || evaluateMarker(parseMarker(marker), markerEnvironment(target));
  });
}

function indexesOf(sources: ReadonlyMap<string, unknown>, urls: ReadonlyMap<string, string>, options: UvOptions) {
  const found = [...sources].flatMap(([name, value]): [string, string][] =>
    sourcesFor(value, options).flatMap(({ index }): [string, string][] => {
      if (typeof index !== 'string') return [];
      const url = urls.get(index) ?? (URL.canParse(index) ? index : undefined);
      return url === undefined ? [] : [[name, url]];
    }),
  );
  return new Map(found);
}

function withSource(
  asked: AskedRequirement,
  sources: ReadonlyMap<string, unknown>,
  options: UvOptions,
): AskedRequirement {
  const { name } = asked.requirement;
  const value = sources.get(name);
  if (value === undefined || !isFor(asked, options.target)) return asked;
  for (const source of sourcesFor(value, options)) {
    if (source['index'] !== undefined) return asked;
    const path = textOf(source['path']);
    const address = path === undefined ? textOf(source['url']) : pathToFileURL(resolve(options.folder, path)).href;
    if (address === undefined || !address.endsWith('.whl')) {
      const kind = ['git', 'path', 'url', 'workspace'].find((key) => source[key] !== undefined) ?? 'source';
      throw sourceDependency(asked.origin, name, `[tool.uv.sources] ${kind} = ${JSON.stringify(source[kind])}`);
    }
    return { ...asked, requirement: { ...asked.requirement, specifier: '', url: address } };
  }
  return asked;
}

/** A requirement that does not hold for the target is never looked for, wherever it would come from. */
function isFor({ requirement: { marker } }: AskedRequirement, target: Target): boolean {
  return marker === undefined || evaluateMarker(marker, markerEnvironment(target));
}

/** Settings that would build packages: here wheels are taken in any case. */
function notesOf(uv: Untyped, label: string): string[] {
  const names = ['no-binary', 'no-binary-package', 'index-strategy', 'keyring-provider'].filter(
    (name) => uv[name] !== undefined && uv[name] !== false,
  );
  return names.map((name) => `${label}: \`${name}\` of [tool.uv] has no effect here`);
}
