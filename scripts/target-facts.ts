/**
 * Writes packages/layerproof/src/target/facts/*.generated.ts from the research file `lambda-runtimes.json`:
 *
 *   node --conditions=source scripts/target-facts.ts ../shared/facts/lambda-runtimes.json
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type {
  Architecture,
  ArchitectureFacts,
  BaseFacts,
  BaseName,
  Evidence,
  Limits,
  LoaderFacts,
  RuntimeFacts,
  SymbolFamily,
} from '../packages/layerproof/src/target/facts.ts';

export const FACTS_FOLDER = fileURLToPath(new URL('../packages/layerproof/src/target/facts/', import.meta.url));

/** Where the types stand, seen from a generated file. */
const TYPES = ['..', 'facts.ts'].join('/');

const BASES: readonly BaseName[] = ['al1', 'al2', 'al2023'];
const RUNTIMES = [
  ...[7, 8, 9, 10, 11, 12, 13, 14, 15].map((minor) => `python3.${minor}`),
  ...[18, 20, 22, 24, 26].map((major) => `nodejs${major}.x`),
];

type PerArchitecture<T> = Readonly<Partial<Record<Architecture, T>>>;

interface ResearchEvidence {
  readonly confidence: Evidence['confidence'];
  readonly sources: readonly string[];
  readonly note?: string;
}

interface ResearchBase {
  readonly dumpedFrom: string;
  readonly dump: { readonly commit: string; readonly date: string };
  readonly sonamesInEverySnapshot: PerArchitecture<readonly string[]>;
  readonly alwaysSatisfiedNeeded: PerArchitecture<readonly string[]>;
  readonly glibcPackage: string;
}

interface ResearchRuntime {
  readonly family: 'python' | 'nodejs';
  readonly base: BaseName;
  readonly architectures: readonly Architecture[];
  readonly glibc: string;
  readonly maxSymbolVersions: PerArchitecture<{
    readonly conservative: Readonly<Record<SymbolFamily, string>>;
    readonly unnumberedAlsoDefined: readonly string[];
  }>;
  readonly langLibs: PerArchitecture<readonly string[]>;
  readonly python?: {
    readonly version: string;
    readonly extensionSuffixes: PerArchitecture<readonly string[]>;
    readonly wheelTags: { readonly abis: readonly string[] };
  };
  readonly node?: { readonly major: number; readonly nodeModuleVersion: number; readonly napiVersion: number };
  readonly searchPaths: { readonly layerZipDirs: readonly string[] };
  readonly preinstalledPackages: Readonly<Record<string, { readonly version: string } | null>>;
  readonly evidence: Readonly<Record<string, ResearchEvidence>>;
}

interface Research {
  readonly $meta: {
    readonly sources: Readonly<Record<string, { readonly title: string; readonly address?: string | null }>>;
  };
  readonly $shared: {
    readonly bases: Readonly<Record<BaseName, ResearchBase>>;
    readonly environment: { readonly LD_LIBRARY_PATH: readonly string[]; readonly evidence: ResearchEvidence };
    readonly limits: {
      readonly unzippedFunctionPlusLayersBytes: number;
      readonly zippedDirectUploadBytes: number;
      readonly requestBodyBytes: number;
      readonly maxLayersPerFunction: number;
      readonly evidence: Readonly<Record<string, ResearchEvidence>>;
    };
  };
  readonly [runtime: string]: unknown;
}

/** The text of each generated file by its name. The same research file gives the same bytes. */
export function renderTargetFacts(json: string): Map<string, string> {
  const research = JSON.parse(json) as Research;
  const files = new Map<string, string>();
  for (const base of BASES) files.set(`${base}.generated.ts`, render('BaseFacts', baseFacts(research, base)));
  for (const runtime of RUNTIMES) {
    files.set(`${runtime}.generated.ts`, render('RuntimeFacts', runtimeFacts(research, runtime)));
  }
  files.set('limits.generated.ts', render('Limits', limits(research)));
  files.set('loader.generated.ts', render('LoaderFacts', loader(research)));
  files.set('index.generated.ts', renderIndex());
  return files;
}

function runtimeFacts(research: Research, runtime: string): RuntimeFacts {
  const found = research[runtime] as ResearchRuntime;
  const perArchitecture = found.architectures.map((architecture) => [
    architecture,
    architectureFacts(found, architecture),
  ]);
  const abi = found.python?.wheelTags.abis[0];
  return {
    runtime,
    family: found.family,
    base: found.base,
    glibc: found.glibc,
    architectures: Object.fromEntries(perArchitecture) as RuntimeFacts['architectures'],
    layerFolders: found.searchPaths.layerZipDirs,
    preinstalled: found.family === 'python' ? versions(found.preinstalledPackages) : {},
    python: found.python === undefined || abi === undefined ? undefined : { version: found.python.version, abi },
    node:
      found.node === undefined
        ? undefined
        : { major: found.node.major, moduleVersion: found.node.nodeModuleVersion, nodeApi: found.node.napiVersion },
    evidence: pickEvidence(research, found.evidence, [
      'architectures',
      'glibc',
      'maxSymbolVersions',
      'langLibs',
      'base',
      'extensionSuffixes',
      'node',
      'searchPaths',
      'preinstalledPackages',
    ]),
  };
}

function architectureFacts(found: ResearchRuntime, architecture: Architecture): ArchitectureFacts {
  const symbols = found.maxSymbolVersions[architecture];
  if (symbols === undefined) throw new Error(`no symbol versions for ${architecture}`);
  return {
    symbolCeilings: symbols.conservative,
    unnumberedSymbols: symbols.unnumberedAlsoDefined,
    languageLibraries: found.langLibs[architecture] ?? [],
    extensionSuffixes: found.python?.extensionSuffixes[architecture] ?? [],
  };
}

function baseFacts(research: Research, name: BaseName): BaseFacts {
  const base = research.$shared.bases[name];
  const libraries: Partial<Record<Architecture, readonly string[]>> = {};
  for (const architecture of ['x86_64', 'arm64'] as const) {
    const found = base.sonamesInEverySnapshot[architecture];
    if (found === undefined) continue;
    libraries[architecture] = [...new Set([...found, ...(base.alwaysSatisfiedNeeded[architecture] ?? [])])].sort();
  }
  const note = `file names in a dump of ${base.dumpedFrom}, commit ${base.dump.commit} of ${base.dump.date}; those of every snapshot`;
  const evidence = toEvidence(research, { confidence: 'observed', sources: ['shogo'], note });
  return { name, glibcPackage: base.glibcPackage, libraries, evidence };
}

function limits(research: Research): Limits {
  const found = research.$shared.limits;
  return {
    unzippedBytes: found.unzippedFunctionPlusLayersBytes,
    zippedDirectUploadBytes: found.zippedDirectUploadBytes,
    requestBodyBytes: found.requestBodyBytes,
    layersPerFunction: found.maxLayersPerFunction,
    evidence: pickEvidence(research, found.evidence, ['default', 'bytes', 'requestBodyBytes']),
  };
}

function loader(research: Research): LoaderFacts {
  const { LD_LIBRARY_PATH: libraryPath, evidence } = research.$shared.environment;
  return { libraryPath, evidence: toEvidence(research, evidence) };
}

function versions(packages: ResearchRuntime['preinstalledPackages']): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [name, entry] of Object.entries(packages)) {
    if (typeof entry?.version === 'string') found[name] = entry.version;
  }
  return found;
}

function pickEvidence(
  research: Research,
  evidence: Readonly<Record<string, ResearchEvidence>>,
  blocks: readonly string[],
): Record<string, Evidence> {
  const picked: Record<string, Evidence> = {};
  for (const block of blocks) {
    const found = evidence[block];
    if (found !== undefined) picked[block] = toEvidence(research, found);
  }
  return picked;
}

function toEvidence(research: Research, { confidence, sources, note }: ResearchEvidence): Evidence {
  const addresses = sources.map((key) => {
    const source = research.$meta.sources[key];
    if (source === undefined) throw new Error(`the research file names a source that it does not list: ${key}`);
    return source.address ?? source.title.replace(FILE_NUMBERS, '');
  });
  return { confidence, sources: addresses, note };
}

/** Titles may end with the numbers of copies in a search index, which say nothing to a reader of the facts. */
const FILE_NUMBERS = / \((?:many )?public (?:index )?files?[^)]*\)/g;

const HEADER = '// Written by scripts/target-facts.ts. Change the research file and run the script; do not edit.\n';

function render(type: string, value: BaseFacts | RuntimeFacts | Limits | LoaderFacts): string {
  return `${HEADER}import type { ${type} } from '${TYPES}';\n\nexport default ${literal(value, 0)} satisfies ${type};\n`;
}

function renderIndex(): string {
  const identifier = (name: string) => name.replaceAll('.', '_');
  const lines = [HEADER, `import type { BaseFacts, BaseName, RuntimeFacts } from '${TYPES}';\n`];
  for (const name of [...BASES, ...RUNTIMES]) lines.push(`import ${identifier(name)} from './${name}.generated.ts';\n`);
  lines.push('\nexport const BASES: Readonly<Record<BaseName, BaseFacts>> = {\n');
  for (const name of BASES) lines.push(`  ${name},\n`);
  lines.push('};\n\nexport const RUNTIMES: readonly RuntimeFacts[] = [\n');
  for (const name of RUNTIMES) lines.push(`  ${identifier(name)},\n`);
  lines.push('];\n');
  return lines.join('');
}

/** A TypeScript literal. Lists of plain strings are filled to the line width, so that a list of libraries stays a paragraph. */
function literal(value: unknown, depth: number): string {
  const indent = '  '.repeat(depth + 1);
  const end = '  '.repeat(depth);
  if (value === undefined) return 'undefined';
  if (Array.isArray(value)) {
    if (value.length === 0) return '[]';
    return `[\n${fill(
      value.map((item) => literal(item, depth + 1)),
      indent,
    )}${end}]`;
  }
  if (typeof value === 'object' && value !== null) {
    const entries = Object.entries(value);
    if (entries.length === 0) return '{}';
    const lines = entries.map(([key, item]) => `${indent}${propertyName(key)}: ${literal(item, depth + 1)},\n`);
    return `{\n${lines.join('')}${end}}`;
  }
  return typeof value === 'string' ? quote(value) : String(value);
}

function fill(items: readonly string[], indent: string): string {
  const lines: string[] = [];
  let line = '';
  for (const item of items) {
    if (line !== '' && indent.length + line.length + item.length + 2 > 120) {
      lines.push(`${indent}${line}\n`);
      line = '';
    }
    line += `${line === '' ? '' : ' '}${item},`;
  }
  if (line !== '') lines.push(`${indent}${line}\n`);
  return lines.join('');
}

function propertyName(key: string): string {
  return /^[A-Za-z_$][\w$]*$/.test(key) ? key : quote(key);
}

function quote(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}

if (import.meta.main) {
  const [path] = process.argv.slice(2);
  if (path === undefined) throw new Error('usage: target-facts.ts <lambda-runtimes.json>');
  for (const [name, text] of renderTargetFacts(readFileSync(path, 'utf8'))) writeFileSync(FACTS_FOLDER + name, text);
}
