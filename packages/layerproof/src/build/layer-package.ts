import { PackageURL } from '@socketregistry/packageurl-js';
import type { NpmPackage } from '../image/npm-packages.ts';
import type { Artifact } from '../artifact/store.ts';
import type { Metadata } from '../python/standards/metadata.ts';
import type { ResolvedPackage } from '../python/resolver/resolution.ts';
import type { WheelFacts } from '../python/wheels/wheel-facts.ts';

/** One distribution of a layer, with its wheel on this machine. */
export interface LayerPackage {
  readonly resolved: ResolvedPackage;
  readonly artifact: Artifact;
  readonly metadata: Metadata;
  /** Of the check that the wheel has passed. */
  readonly facts: WheelFacts;
}

/** One part of a layer, for its manifest and its bill of materials. */
export interface LayerComponent {
  readonly name: string;
  readonly version: string;
  /** Package URL (purl-spec). */
  readonly purl: string;
  /** The file that it came from; undefined for what lay in a folder. */
  readonly artifact: { readonly file: string; readonly sha256: string } | undefined;
  /** As the package words it; undefined when it says nothing. */
  readonly license: string | undefined;
  /** True when the licence is an SPDX expression. */
  readonly isLicenseExpression: boolean;
  /** Package URLs of the parts of the same layer that it asks for. */
  readonly needs: readonly string[];
}

/** Everything that a layer is made of: its Python distributions, then the npm packages of its folders, each once. */
export function componentsOf(packages: readonly LayerPackage[], npm: readonly NpmPackage[]): LayerComponent[] {
  const purls = new Map(packages.map(({ resolved: { name, version } }) => [name, purlOf('pypi', name, version)]));
  const python = packages.map(({ resolved, artifact, metadata }) => ({
    name: resolved.name,
    version: resolved.version,
    purl: purlOf('pypi', resolved.name, resolved.version),
    artifact: { file: resolved.wheel.name.fileName, sha256: artifact.sha256 },
    license: metadata.license,
    isLicenseExpression: metadata.isLicenseExpression,
    needs: resolved.requires.flatMap((name) => purls.get(name) ?? []),
  }));
  return [...python, ...npmComponents(npm)];
}

function npmComponents(packages: readonly NpmPackage[]): LayerComponent[] {
  const components = packages.map(({ name, version, license }) => ({
    name,
    version,
    purl: purlOf('npm', name, version),
    artifact: undefined,
    license,
    isLicenseExpression: license !== undefined && SPDX_EXPRESSION.test(license) && license !== 'UNLICENSED',
    needs: [],
  }));
  const byPurl = new Map(components.map((component) => [component.purl, component]));
  return [...byPurl.values()].sort((a, b) => (a.purl < b.purl ? -1 : 1));
}

/** npm wants an SPDX expression in `license`, or `UNLICENSED`, or a sentence of its own ("SEE LICENSE IN ..."). */
const SPDX_EXPRESSION = /^\(*[\w.+-]+\)*(?: (?:AND|OR|WITH) \(*[\w.+-]+\)*)*$/;

/** `pkg:pypi/pillow@9.5.0`, `pkg:npm/%40img/colour@1.0.0`. */
function purlOf(type: 'pypi' | 'npm', name: string, version: string): string {
  const scope = type === 'npm' && name.startsWith('@') ? name.slice(0, name.indexOf('/')) : undefined;
  const rest = scope === undefined ? name : name.slice(scope.length + 1);
  return new PackageURL(type, scope, rest, version, undefined, undefined).toString();
}
