/** An anchor of a page: where it leads, what it says, and its attributes by their names in small letters. */
export interface HtmlLink {
  /** As it stands, relative or not. */
  readonly href: string;
  readonly text: string;
  readonly attributes: ReadonlyMap<string, string>;
}

/** The links of a page and the address that relative ones start from: its own, or what `<base href>` says (HTML, 4.2.3). */
export function htmlLinks(html: string, address: string): { readonly links: HtmlLink[]; readonly base: string } {
  const page = html.replaceAll(/<!--[\s\S]*?-->/g, '');
  const base = attributesOf(/<base\s([^>]*)>/i.exec(page)?.[1] ?? '').get('href') ?? '';
  const links = [...page.matchAll(/<a\s((?:"[^"]*"|'[^']*'|[^'">])*)>([\s\S]*?)<\/a>/gi)].map(
    ([, inside = '', text = '']) => {
      const attributes = attributesOf(inside);
      return { href: attributes.get('href') ?? '', text: unescapeHtml(text).trim(), attributes };
    },
  );
  return { links, base: URL.canParse(base, address) ? new URL(base, address).href : address };
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
/** Unicode ends here; a larger number names no character. */
const LAST_CODE_POINT = 0x10ffff;

function unescapeHtml(text: string): string {
  return text.replace(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    const code = hex === undefined ? Number(decimal) : Number.parseInt(hex, 16);
    return code <= LAST_CODE_POINT ? String.fromCodePoint(code) : whole;
  });
}
