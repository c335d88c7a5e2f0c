import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { degrade } from '../../../../test/typeset/degrade.ts';
import { typesetPage } from '../../../../test/typeset/typeset-page.ts';
import { wordsOf } from '../../../../test/typeset/words.ts';
import { createReader, type Reader, toText } from '../index.ts';

/** Of our own words. Each page is small, blurred and noisy, so that dozens of its letters are unsure. */
const PAGES = {
  German:
    'Am Morgen ging der Buchbinder über den Markt und kaufte Leim, Faden und zwei Bogen Papier. Die alte Frau hinter dem Stand fragte ihn, wann die Bibel ihrer Mutter fertig werde. Er versprach es für das Ende der Woche, denn das Leder war noch feucht und der Rücken musste im Schatten trocknen. Auf dem Heimweg begann es zu regnen, und er hielt die Tasche unter seinem Mantel fest.',
  French:
    'Le relieur traversait la place du marché chaque matin, avant que les marchands aient fini de ranger leurs tables. Il achetait de la colle, du fil et deux feuilles de papier. Une vieille dame voulait savoir quand le livre de sa mère serait prêt. Il promit de le rendre à la fin de la semaine, car le cuir était encore humide et le dos devait sécher à l’ombre.',
  Spanish:
    'El encuadernador cruzaba la plaza todas las mañanas, cuando los vendedores todavía ordenaban sus mesas. Compraba cola, hilo y dos hojas de papel. Una señora mayor quería saber cuándo estaría terminado el libro de su madre. Prometió entregarlo al final de la semana, porque el cuero estaba húmedo y el lomo debía secarse a la sombra.',
  Finnish:
    'Kirjansitoja kulki joka aamu torin poikki, kun kauppiaat vielä järjestivät pöytiään. Hän osti liimaa, lankaa ja kaksi arkkia paperia. Vanha nainen kysyi, milloin hänen äitinsä kirja olisi valmis. Mies lupasi sen viikon lopuksi, sillä nahka oli yhä kosteaa ja selän piti kuivua varjossa ennen kuin kannet voitiin kiinnittää.',
} as const;

const ENGLISH =
  'The bookbinder crossed the market every morning while the traders were still setting out their tables. He bought glue, thread and two sheets of paper. An old lady wished to know when the book of her mother would be ready. He promised it for the end of the week, because the leather was still damp and the spine had to dry in the shade before the boards could be fastened.';

let plain: Reader;
let rescoring: Reader;

beforeAll(() => {
  plain = createReader({ version: 'v4', lexicon: false });
  rescoring = createReader({ version: 'v4' });
});

afterAll(() => Promise.all([plain.close(), rescoring.close()]));

async function scanOf(text: string): Promise<Uint8Array> {
  const page = await typesetPage({ text, width: 900, height: 420, margin: 40, fontSize: 17 });
  return degrade(page, { seed: 7, skew: 0.5, blur: 1.3, noise: 24, quality: 40 });
}

/** The words read that the text has, and those that it has not. */
async function read(reader: Reader, text: string) {
  const words = wordsOf(toText(await reader.read(await scanOf(text))));
  const known = new Set(wordsOf(text));
  return { words, right: words.filter((word) => known.has(word)).length };
}

describe('English words change no word of', () => {
  test.each(Object.entries(PAGES))('%s', async (_, text) => {
    const [without, withWords] = [await read(plain, text), await read(rescoring, text)];
    expect(withWords).toEqual(without);
    // Else nothing was at stake.
    expect(without.right).toBeLessThan(without.words.length - 5);
  });
});

test('English words mend some of an English page', async () => {
  const [without, withWords] = [await read(plain, ENGLISH), await read(rescoring, ENGLISH)];
  expect(withWords.words).toHaveLength(without.words.length);
  expect(withWords.right).toBeGreaterThan(without.right + 2);
});
