import { marked, type Token, type Tokens } from 'marked';

/** What a reader of GitHub's Markdown sees: the tables as rows of text, and what stands beside them. */
export interface MarkdownReading {
  readonly tables: readonly (readonly (readonly string[])[])[];
  readonly headings: readonly { readonly depth: number; readonly text: string }[];
  readonly items: readonly string[];
  readonly paragraphs: readonly string[];
  /** The kinds of all other blocks: `html`, `code`, `blockquote`, `hr` ... */
  readonly others: readonly string[];
  /** Kinds of what is within the text, but for plain text and addresses that link to themselves: `link`, `codespan`, `strong` ... */
  readonly markup: readonly string[];
}

export function readMarkdown(markdown: string): MarkdownReading {
  const tokens = marked.lexer(markdown, { gfm: true }).filter(({ type }) => type !== 'space');
  const of = <Kind extends Token>(type: string) => tokens.filter((token): token is Kind => token.type === type);
  const lists = of<Tokens.List>('list').flatMap(({ items }) => items);
  return {
    tables: of<Tokens.Table>('table').map(({ header, rows }) =>
      [header, ...rows].map((row) => row.map((cell) => plainText(cell.tokens))),
    ),
    headings: of<Tokens.Heading>('heading').map(({ depth, tokens: inner }) => ({ depth, text: plainText(inner) })),
    items: lists.map((item) => plainText(item.tokens)),
    paragraphs: of<Tokens.Paragraph>('paragraph').map(({ tokens: inner }) => plainText(inner)),
    others: tokens.map(({ type }) => type).filter((type) => !KNOWN.has(type)),
    markup: inlineKinds(tokens),
  };
}

const KNOWN = new Set(['table', 'heading', 'list', 'paragraph']);
const PLAIN = new Set(['text', 'escape', 'br', 'paragraph', 'space']);

interface Nested {
  readonly tokens?: readonly Token[];
  readonly items?: readonly Nested[];
  readonly header?: readonly Nested[];
  readonly rows?: readonly (readonly Nested[])[];
}

function innerOf(token: Token): Token[] {
  const nested: Nested = token as Nested;
  const parts = [nested, ...(nested.items ?? []), ...(nested.header ?? []), ...(nested.rows ?? []).flat()];
  return parts.flatMap(({ tokens = [] }) => tokens);
}

function inlineKinds(blocks: readonly Token[]): string[] {
  const visit = (token: Token): string[] =>
    token.type === 'link' && !/^[[<]/.test(token.raw) ? [] : [token.type, ...innerOf(token).flatMap(visit)];
  const kinds = blocks.flatMap((block) => innerOf(block).flatMap(visit));
  return kinds.filter((kind) => !PLAIN.has(kind));
}

/** The text as it is shown: escapes and references resolved. */
function plainText(tokens: readonly Token[]): string {
  // The items of a loose list hold paragraphs.
  const inline = tokens.flatMap((token) => (token.type === 'paragraph' ? ((token as Nested).tokens ?? []) : [token]));
  const html = marked.parser([{ type: 'paragraph', raw: '', text: '', tokens: inline }]);
  const text = html
    .replaceAll('<br>', '\n')
    .replaceAll(/<\/?p>|<a href="[^"]*">|<\/a>/g, '')
    .trim();
  const references: Record<string, string> = { '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#39;': "'", '&amp;': '&' };
  return text.replaceAll(/&(?:lt|gt|quot|#39|amp);/g, (reference) => references[reference] ?? reference);
}
