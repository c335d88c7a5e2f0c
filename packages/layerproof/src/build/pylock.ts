// pylock.toml: https://packaging.python.org/en/latest/specifications/pylock-toml/ (PEP 751)
import { readFileSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { isFault } from '@ocr-pipeline/fault';
import { parse, stringify } from 'smol-toml';
import { isSha256 } from '../artifact/store.ts';
import { type MarkerEnvironment, evaluateMarker, parseMarker } from '../python/standards/marker.ts';
import { normalizeName } from '../python/standards/name.ts';
import type { ResolvedPackage } from '../python/resolver/resolution.ts';
import type { WheelFile } from '../python/index/index-file.ts';
import { asRecord, recordsOf, textOf, type Untyped } from '../python/untyped.ts';
import { noMatchingWheel } from '../python/resolver/wheel-advice.ts';
import { readWheelName } from '../python/standards/wheel-name.ts';
import { takesPython, wheelChooser } from '../python/resolver/wheel-choice.ts';
import { markerEnvironment } from '../target/marker-environment.ts';
import type { Target } from '../target/target.ts';
import { badLock, lockForOtherTarget } from './faults.ts';
import type { LayerPackage } from './layer-package.ts';

/** The lock as text. `path` is where it will lie, as wheels of local folders are named relative to it. */
export function printLock(path: string, target: Target, packages: readonly LayerPackage[]): string {
  const environment = markerEnvironment(target);
  const markers = (['python_version', 'sys_platform', 'platform_machine', 'implementation_name'] as const).map(
    (name) => `${name} == '${environment[name]}'`,
  );
  const lock = {
    'lock-version': '1.0',
    environments: [markers.join(' and ')],
    'requires-python': `==${environment.python_version}.*`,
    'created-by': 'layerproof',
    packages: packages.map(({ resolved, artifact }) => ({
      name: resolved.name,
      version: resolved.version,
      ...(resolved.requires.length === 0 ? {} : { dependencies: resolved.requires.map((name) => ({ name })) }),
      wheels: [
        {
          name: resolved.wheel.name.fileName,
          ...addressOf(resolved.wheel.url, path),
          size: artifact.size,
          hashes: { sha256: artifact.sha256 },
        },
      ],
    })),
    tool: { layerproof: { target: target.label } },
  };
  return `${stringify(lock).trimEnd()}\n`;
}

function addressOf(url: string, lock: string): { url: string } | { path: string } {
  if (!url.startsWith('file:')) return { url };
  return {
    path: relative(dirname(resolve(lock)), fileURLToPath(url))
      .split(sep)
      .join('/'),
  };
}

/**
 * The packages of a lock that the target takes, each with its best wheel. Nothing is resolved: the lock is the answer.
 *
 * @throws Fault for a lock that cannot be read, is for another target, or names a wheel without its sha256.
 */
export function readLock(path: string, label: string, target: Target): ResolvedPackage[] {
  const lock = asRecord(parseToml(path, label));
  const version = textOf(lock['lock-version']);
  if (version === undefined || !version.startsWith('1.')) throw badLock(label, 'its `lock-version` is not 1.x');
  checkTarget(lock, label, target);
  const packages = recordsOf(lock['packages']);
  const environment = markerEnvironment(target);
  const chooser = wheelChooser(target);
  return packages
    .filter((entry) => {
      const marker = textOf(entry['marker']);
      return marker === undefined || holds(marker, label, environment);
    })
    .map((entry): ResolvedPackage => {
      const name = normalizeName(textOf(entry['name']) ?? '');
      if (name === '') throw badLock(label, 'it has a package without a name');
      const wheels = recordsOf(entry['wheels']).map((wheel) =>
        wheelOf(wheel, path, label, textOf(entry['requires-python'])),
      );
      if (wheels.length === 0) throw badLock(label, `it names no wheel of ${name}`);
      const choice = chooser.choose(wheels, { isPinned: true, hashes: undefined });
      if (choice.kind === 'none') throw noMatchingWheel(name, choice.refused, target);
      const requires = recordsOf(entry['dependencies']).map((dependency) =>
        normalizeName(textOf(dependency['name']) ?? ''),
      );
      return {
        name,
        version: choice.wheel.name.version,
        wheel: choice.wheel,
        metadata: undefined,
        requires: requires.toSorted(),
        isAsked: true,
        passedOver: undefined,
      };
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function checkTarget(lock: Untyped, label: string, target: Target): void {
  const made = textOf(asRecord(asRecord(lock['tool'])['layerproof'])['target']);
  if (made !== undefined && made !== target.label) throw lockForOtherTarget(label, made, target.label);
  const environments = Array.isArray(lock['environments']) ? lock['environments'].map(String) : [];
  const environment = markerEnvironment(target);
  const isFor = environments.length === 0 || environments.some((text) => holds(text, label, environment));
  const python = target.facts.python?.version ?? '';
  if (isFor && takesPython(textOf(lock['requires-python']), python)) return;
  throw lockForOtherTarget(label, environments.join(' or ') || String(lock['requires-python']), target.label);
}

function holds(marker: string, label: string, environment: MarkerEnvironment): boolean {
  try {
    return evaluateMarker(parseMarker(marker), environment);
  } catch (error) {
    if (isFault(error)) throw badLock(label, error.message, error);
    throw error;
  }
}

function wheelOf(wheel: Untyped, lockPath: string, label: string, requiresPython: string | undefined): WheelFile {
  const path = textOf(wheel['path']);
  const url = path === undefined ? textOf(wheel['url']) : pathToFileURL(resolve(dirname(lockPath), path)).href;
  const fileName = textOf(wheel['name']) ?? decodeURIComponent((url ?? '').split('/').at(-1) ?? '');
  const name = readWheelName(fileName);
  const sha256 = textOf(asRecord(wheel['hashes'])['sha256'])?.toLowerCase();
  if (name === undefined || url === undefined || !URL.canParse(url))
    throw badLock(label, `it has no address of ${fileName}`);
  if (sha256 === undefined) throw badLock(label, `it has no sha256 of ${fileName}`);
  if (!isSha256(sha256)) throw badLock(label, `its sha256 of ${fileName} is not 64 hex digits`);
  return { name, url, sha256, size: undefined, requiresPython, yanked: undefined, metadata: undefined };
}

function parseToml(path: string, label: string): unknown {
  const text = readText(path, label);
  try {
    return parse(text);
  } catch (cause) {
    throw badLock(label, 'it is not TOML', cause);
  }
}

function readText(path: string, label: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw badLock(label, 'it cannot be read', cause);
  }
}
