/**
 * What XML 1.0 has no way to write (https://www.w3.org/TR/xml/#charsets) or asks not to: control characters, C1's among them, which
 * terminals obey, too. A lone surrogate is no character at all.
 */
const ILLEGAL = /[^\t\n\r\u{20}-\u{7E}\u{85}\u{A0}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  // Only `]]>` must be written so, but nobody counts brackets.
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text as it may stand between tags and in quoted attributes, of XML and of HTML. Characters that neither can hold are left out. */
export function escapeXml(text: string): string {
  return legalText(text).replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? character);
}

/** Text without the control characters, half surrogates and noncharacters that XML has no way to write. */
export function legalText(text: string): string {
  return text.replaceAll(ILLEGAL, '');
}

/** The attributes of a tag, each with a space before it. */
export function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('');
}
