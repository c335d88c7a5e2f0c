import { expect, test } from 'vitest';
import { attributes, escapeXml } from './xml.ts';

test('markup is written as text', () => {
  expect(escapeXml(`<a href="x">'&amp;'</a>]]>`)).toBe(
    '&lt;a href=&quot;x&quot;&gt;&#39;&amp;amp;&#39;&lt;/a&gt;]]&gt;',
  );
});

test('what XML has no way to write is left out, every other character is kept', () => {
  expect(escapeXml('a\u0000\u0007\u001B\uD800\uFFFE\uFFFFb')).toBe('ab');
  expect(escapeXml('\t é 中 😀 \u{10FFFF}')).toBe('\t é 中 😀 \u{10FFFF}');
});

test('attributes are quoted, their values escaped', () => {
  expect(attributes({ ID: 'word_1', WC: 0.5, CONTENT: '"<' })).toBe(' ID="word_1" WC="0.5" CONTENT="&quot;&lt;"');
});
