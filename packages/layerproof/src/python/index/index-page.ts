// The Simple API: https://packaging.python.org/en/latest/specifications/simple-repository-api/
// (PEP 503, 691, 592, 658, 700, 714)
import { percentDecoded } from '../../artifact/address.ts';
import { asRecord, textOf, type Untyped } from '../untyped.ts';
import { compareVersions, normalizeVersion } from '../standards/version.ts';
import { readWheelName } from '../standards/wheel-name.ts';
import { badIndexPage, indexOfUnknownVersion, indexPageNotJson, indexPageOfUnknownType } from './faults.ts';
import { type FileHashes, hashesOf, hashesOfFragment } from './file-hashes.ts';
import { type HtmlLink, htmlLinks } from './html-links.ts';
import type { IndexPage, ProjectStatus, WheelFile } from './index-file.ts';

/** One file as the page has it, before it is known to be a wheel. */
interface Listed extends FileHashes {
  readonly fileName: string;
  readonly href: string;
  readonly size: number | undefined;
  readonly requiresPython: string | undefined;
  readonly yanked: string | undefined;
  readonly metadata: string | true | undefined;
  readonly uploaded?: string | undefined;
}

/**
 * Reads a page by what it is, which servers often call something else: JSON (PEP 691), or HTML (PEP 503).
 *
 * @throws Fault `bad-index-page` for anything else.
 */
export function parsePage(text: string, type: string, base: string): IndexPage {
  if (type.includes('json') || /^\s*[{[]/.test(text)) return parseJsonPage(text, base);
  if (type.includes('html') || /<(?:!doctype|html|body|a)[\s>]/i.test(text)) return parseHtmlPage(text, base);
  throw indexPageOfUnknownType(base, type === '' ? 'nothing that says its type' : type);
}

/** Reads a page in the JSON form (PEP 691). `base` is the address that answered, for relative links. */
export function parseJsonPage(text: string, base: string): IndexPage {
  const page = asRecord(parseJson(text, base));
  const version = textOf(asRecord(page['meta'])['api-version']) ?? '1.0';
  if (!version.startsWith('1.')) throw indexOfUnknownVersion(base, version);
  const files = page['files'];
  if (!Array.isArray(files)) throw badIndexPage(base, 'it has no list `files`');
  const listed = toPage(
    files.map((file: unknown) => listedFromJson(asRecord(file))),
    base,
  );
  const status = projectStatus(page['project-status']);
  return status === undefined ? listed : { ...listed, status };
}

/** Also of a page from the cache. Undefined for a project that is active. */
export function projectStatus(value: unknown): ProjectStatus | undefined {
  const { status, reason } = asRecord(value);
  if (typeof status !== 'string' || status === 'active') return undefined;
  return { status, reason: textOf(reason) };
}

function parseJson(text: string, base: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw indexPageNotJson(base, cause);
  }
}

function listedFromJson(file: Untyped): Listed {
  const metadata = file['core-metadata'] ?? file['dist-info-metadata'];
  const yanked = file['yanked'];
  return {
    fileName: textOf(file['filename']) ?? '',
    href: textOf(file['url']) ?? '',
    ...hashesOf(asRecord(file['hashes'])),
    size: typeof file['size'] === 'number' ? file['size'] : undefined,
    requiresPython: textOf(file['requires-python']),
    yanked: yanked === true ? '' : typeof yanked === 'string' ? yanked : undefined,
    metadata: metadata === true ? true : hashOrTrue(asRecord(metadata)),
    uploaded: textOf(file['upload-time']),
  };
}

/** METADATA whose hashes are stated is there, also when sha256 is not among them. */
function hashOrTrue(hashes: Untyped): string | true | undefined {
  return Object.keys(hashes).length === 0 ? undefined : (hashesOf(hashes).sha256 ?? true);
}

/** Reads a page in the HTML form (PEP 503): every anchor is a file. Also of pages that are but lists of links (`--find-links`). */
export function parseHtmlPage(html: string, address: string): IndexPage {
  const { links, base } = htmlLinks(html, address);
  return toPage(
    links.map((link) => listedFromLink(link, base)),
    base,
  );
}

function listedFromLink({ href, text, attributes }: HtmlLink, base: string): Listed {
  const metadata = attributes.get('data-core-metadata') ?? attributes.get('data-dist-info-metadata');
  const url = URL.canParse(href, base) ? new URL(href, base) : undefined;
  const fromAddress = fileNameOf(url?.pathname ?? '');
  return {
    // The address is what is fetched; some servers give it a form of their own, and the name as the text alone.
    fileName: readWheelName(fromAddress) === undefined && sourceVersion(fromAddress) === undefined ? text : fromAddress,
    href,
    ...hashesOfFragment(url?.hash ?? ''),
    size: undefined,
    requiresPython: attributes.get('data-requires-python'),
    yanked: attributes.get('data-yanked'),
    metadata: metadata === undefined || metadata === 'false' ? undefined : (hashesOfFragment(metadata).sha256 ?? true),
  };
}

/** The last part of an address's path, decoded. */
export function fileNameOf(path: string): string {
  return percentDecoded(path.split('/').at(-1) ?? '');
}

function toPage(listed: readonly Listed[], base: string): IndexPage {
  const wheels: WheelFile[] = [];
  const sources = new Set<string>();
  for (const { fileName, href, ...facts } of listed) {
    const name = readWheelName(fileName);
    if (name === undefined) {
      const version = sourceVersion(fileName);
      if (version !== undefined && facts.yanked === undefined) sources.add(version);
    } else if (URL.canParse(href, base)) {
      const url = new URL(href, base);
      // A server has no say in what is read from this machine.
      if (!/^https?:$/.test(url.protocol) && url.protocol !== new URL(base).protocol) continue;
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

/**
 * The version in the name of a source archive, `name-1.0.tar.gz` (PEP 625). Older ones hold dashes in the name, and a post
 * release as `name-1.0-1.tar.gz`: the longest end that is a version counts.
 */
function sourceVersion(fileName: string): string | undefined {
  const stem = /^(.+)\.(?:tar\.gz|zip|tar\.bz2|tgz)$/.exec(fileName)?.[1] ?? '';
  for (let dash = stem.indexOf('-'); dash !== -1; dash = stem.indexOf('-', dash + 1)) {
    const version = normalizeVersion(stem.slice(dash + 1));
    if (version !== undefined) return version;
  }
  return undefined;
}
