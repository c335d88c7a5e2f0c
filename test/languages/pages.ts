import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { LanguageName } from '@ocr-pipeline/ocr';

/** A page and what it says. */
export interface LanguagePage {
  readonly language: LanguageName;
  readonly png: Uint8Array;
  readonly text: string;
}

const page = (file: string) => readFileSync(join(import.meta.dirname, file));

/** Letters of our own words, printed in Noto Sans CJK (SIL Open Font License 1.1) at 28 pixels: 13 points at 150 dots per inch. */
export const LANGUAGE_PAGES: Readonly<Record<string, LanguagePage>> = {
  'simplified Chinese': {
    language: 'zh',
    png: page('zh-hans.png'),
    text: `港口巷装订社的来信
您好！我们于2024年10月3日收到您寄来的包裹，内有六册教区登记簿。
其中四册的书脊已断裂，可以重新缝线；另外两册的封面遗失了。
修复费用估计为：工时62小时，每小时38.50元，材料费214.75元。
如有疑问，请发邮件至 binding@harbourlane.example，或致电 01227 555 0186。
`,
  },
  'traditional Chinese': {
    language: 'zh',
    png: page('zh-hant.png'),
    text: `港口巷裝訂社的來信
您好！我們於2024年10月3日收到您寄來的包裹，內有六冊教區登記簿。
其中四冊的書脊已斷裂，可以重新縫線；另外兩冊的封面遺失了。
修復費用估計為：工時62小時，每小時38.50元，材料費214.75元。
`,
  },
  Japanese: {
    language: 'ja',
    png: page('ja.png'),
    text: `港通り製本所からのお手紙
2024年10月3日にお送りいただいた小包を確かに受け取りました。
教区の記録簿が六冊あり、うち四冊は背が壊れていますが、縫い直せます。
残りの二冊は表紙がなくなっているため、オーク材で新しく作ります。
ご質問がございましたら、メールかファックス（01227-555-0186）でご連絡ください。
`,
  },
};

/** A well-known pangram of each of several languages that Latin letters alone do not write. */
export const LATIN_SENTENCES = `Čeština: Příliš žluťoučký kůň úpěl ďábelské ódy.
Polski: Zażółć gęślą jaźń. Magyar: Árvíztűrő tükörfúrógép.
Türkçe: Pijamalı hasta yağız şoföre çabucak güvendi.
Română: Gheorghe, obezul, a reușit să obțină jucându-se un flux.
Français: Dès Noël où un zéphyr haï me vêt de glaçons würmiens.
Íslenska: Kæmi ný öxi hér ykist þjófum nú bæði víl og ádrepa.
Español: El pingüino Wenceslao hizo kilómetros bajo exhaustiva lluvia.
`;

/** Edits (insertions, deletions, replacements) from one text to the other, by character, for each character of the first (Levenshtein 1966). */
export function characterErrorRate(truth: string, read: string): number {
  const [from, to] = [[...truth], [...read]];
  let row = to.map((_, index) => index + 1);
  row.unshift(0);
  for (const [index, character] of from.entries()) {
    const next = [index + 1];
    for (const [place, other] of to.entries()) {
      const replaced = (row[place] ?? 0) + (character === other ? 0 : 1);
      next.push(Math.min(replaced, (row[place + 1] ?? 0) + 1, (next[place] ?? 0) + 1));
    }
    row = next;
  }
  return (row.at(-1) ?? 0) / from.length;
}
