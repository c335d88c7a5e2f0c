// The Simple API: https://packaging.python.org/en/latest/specifications/simple-repository-api/ (PEP 503, 691, 592, 658, 714)
import type { IndexPage, WheelFile } from './index-file.ts';
import { badIndexPage } from './faults.ts';
import { asRecord, textOf, type Untyped } from '../untyped.ts';
import { compareVersions, normalizeVersion } from '../standards/version.ts';
import { readWheelName } from '../standards/wheel-name.ts';

/** One file as the page has it, before it is known to be a wheel. */
interface Listed {
  readonly fileName: string;
  readonly href: string;
  readonly sha256: string | undefined;
  readonly size: number | undefined;
  readonly requiresPython: string | undefined;
  readonly yanked: string | undefined;
  readonly metadata: string | true | undefined;
  readonly uploaded?: string | undefined;
}

/** Reads a page in the JSON form (PEP 691). `base` is the address that answered, for relative links. */
export function parseJsonPage(text: string, base: string): IndexPage {
  const page = asRecord(parseJson(text, base));
  const files = page['files'];
  if (!Array.isArray(files)) throw badIndexPage(base, 'it has no list `files`');
  return toPage(
    files.map((file: unknown) => listedFromJson(asRecord(file))),
    base,
  );
}

function parseJson(text: string, base: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw badIndexPage(base, 'it is not JSON', cause);
  }
}

function listedFromJson(file: Untyped): Listed {
  const metadata = file['core-metadata'] ?? file['dist-info-metadata'];
  const yanked = file['yanked'];
  return {
    fileName: textOf(file['filename']) ?? '',
    href: textOf(file['url']) ?? '',
    sha256: hexOf(asRecord(file['hashes'])['sha256']),
    size: typeof file['size'] === 'number' ? file['size'] : undefined,
    requiresPython: textOf(file['requires-python']),
    yanked: yanked === true ? '' : typeof yanked === 'string' ? yanked : undefined,
    metadata: metadata === true ? true : hexOf(asRecord(metadata)['sha256']),
    uploaded: textOf(file['upload-time']),
  };
}

/** Reads a page in the HTML form (PEP 503): every anchor is a file, its text the file's name. */
export function parseHtmlPage(html: string, base: string): IndexPage {
  const listed = [...html.matchAll(/<a\s([^>]*)>([\s\S]*?)<\/a>/gi)].map(([, attributes = '', text = '']) =>
    listedFromAnchor(attributesOf(attributes), unescapeHtml(text).trim()),
  );
  return toPage(listed, base);
}

function listedFromAnchor(attributes: ReadonlyMap<string, string>, fileName: string): Listed {
  const href = attributes.get('href') ?? '';
  const metadata = attributes.get('data-core-metadata') ?? attributes.get('data-dist-info-metadata');
  return {
    fileName,
    href,
    sha256: hexOf(/#sha256=([0-9a-f]{64})/i.exec(href)?.[1]),
    size: undefined,
    requiresPython: attributes.get('data-requires-python'),
    yanked: attributes.get('data-yanked'),
    metadata: metadata === undefined ? undefined : (hexOf(/sha256=([0-9a-f]{64})/i.exec(metadata)?.[1]) ?? true),
  };
}

function attributesOf(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [, name = '', quoted, single, bare] of text.matchAll(
    /([a-zA-Z-]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g,
  )) {
    found.set(name.toLowerCase(), unescapeHtml(quoted ?? single ?? bare ?? ''));
  }
  return found;
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeHtml(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    return ENTITIES[name ?? ''] ?? whole;
  });
}

function toPage(listed: readonly Listed[], base: string): IndexPage {
  const wheels: WheelFile[] = [];
  const sources = new Set<string>();
  for (const { fileName, href, ...facts } of listed) {
    const name = readWheelName(fileName);
    if (name === undefined) {
      const version = sourceVersion(fileName);
      if (version !== undefined) sources.add(version);
    } else if (URL.canParse(href, base)) {
      const url = new URL(href, base);
      url.hash = '';
      // They are sent as a header, to the index's own origin.
      url.username = '';
      url.password = '';
      wheels.push({ name, url: url.href, ...facts });
    }
  }
  for (const { name } of wheels) sources.delete(name.version);
  return { wheels, sourceVersions: [...sources].toSorted(compareVersions) };
}

/** The version in the name of a source archive, `name-1.0.tar.gz` (PEP 625; older ones hold dashes in the name). */
function sourceVersion(fileName: string): string | undefined {
  return normalizeVersion(/-([^-]+)\.(?:tar\.gz|zip|tar\.bz2|tgz)$/.exec(fileName)?.[1] ?? '');
}

function hexOf(value: unknown): string | undefined {
  return typeof value === 'string' && /^[0-9a-f]{64}$/i.test(value) ? value.toLowerCase() : undefined;
}
