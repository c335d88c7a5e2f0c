import type { Block, BlockKind, Box, Document, Line, Page, Word } from '../document.ts';
import { type CharacterBox, type CharacterOptions, charactersOf } from './characters.ts';
import { wordsOfLine } from './line-words.ts';
import { attributes, escapeXml, legalText } from './xml.ts';

/** https://github.com/altoxml/schema/blob/master/v4/alto-4-4.xsd */
const NAMESPACE = 'http://www.loc.gov/standards/alto/ns-v4#';
const SCHEMA_VERSION = '4.4';
const KINDS: readonly BlockKind[] = ['heading', 'table'];

/**
 * The document as ALTO 4.4: pages, text blocks, lines, strings and the spaces between them, in pixels. `WC` is the confidence, 0
 * to 1; a layout tag names headings and tables. A page that could not be read is empty and has the reason in `QUALITY_DETAIL`.
 */
export function toAlto({ engine, pages }: Document, { characters = false }: CharacterOptions = {}): string {
  const tags = KINDS.map((kind) => `<LayoutTag${attributes({ ID: kind, LABEL: kind })}/>`).join('');
  return `<?xml version="1.0" encoding="UTF-8"?>
<alto xmlns="${NAMESPACE}" SCHEMAVERSION="${SCHEMA_VERSION}">
<Description>
<MeasurementUnit>pixel</MeasurementUnit>
<Processing ID="ocr">
<processingCategory>contentGeneration</processingCategory>
<processingSoftware>
<softwareName>${escapeXml(engine.name)}</softwareName>
<softwareVersion>${escapeXml(engine.version)}</softwareVersion>
</processingSoftware>
</Processing>
</Description>
<Tags>${tags}</Tags>
<Layout>
${pages.map((page) => pageElement(page, characters)).join('')}</Layout>
</alto>
`;
}

function pageElement({ number, width, height, problem, blocks }: Page, characters: boolean): string {
  const page = attributes({
    ID: `page_${number}`,
    PHYSICAL_IMG_NR: number,
    ...(problem === undefined ? {} : { QUALITY: 'Missing', QUALITY_DETAIL: problem.message }),
    HEIGHT: height,
    WIDTH: width,
  });
  const inner = blocks.map((block, index) => blockElement(block, `${number}_${index + 1}`, characters)).join('');
  const space = place({ left: 0, top: 0, width, height });
  return `<Page${page}>\n<PrintSpace${space}>\n${inner}</PrintSpace>\n</Page>\n`;
}

function blockElement({ kind, box, lines }: Block, id: string, characters: boolean): string {
  const tag = kind === undefined ? '' : attributes({ TAGREFS: kind });
  const inner = lines.map((line, index) => lineElement(line, `${id}_${index + 1}`, characters)).join('');
  return `<TextBlock${attributes({ ID: `block_${id}` })}${place(box)}${tag}>\n${inner}</TextBlock>\n`;
}

function lineElement(line: Line, id: string, characters: boolean): string {
  const words = wordsOfLine(line);
  const inner = words.map((word, index) => {
    const before = words[index - 1];
    const space = before === undefined ? '' : spaceElement(before.box, word.box);
    return space + wordElement(word, `${id}_${index + 1}`, characters);
  });
  return `<TextLine${attributes({ ID: `line_${id}` })}${place(line.box)}>${inner.join('')}</TextLine>\n`;
}

function spaceElement(before: Box, after: Box): string {
  const left = before.left + before.width;
  return `<SP${attributes({ WIDTH: Math.max(0, after.left - left), VPOS: before.top, HPOS: left })}/>`;
}

function wordElement(word: Word, id: string, characters: boolean): string {
  const WC = Number(word.confidence.toFixed(4));
  const start = `<String${attributes({ ID: `word_${id}` })}${place(word.box)}${attributes({ CONTENT: word.text, WC })}`;
  const glyphs = characters ? charactersOf(word).map(glyphElement).join('') : '';
  return glyphs === '' ? `${start}/>` : `${start}>${glyphs}</String>`;
}

/** The schema asks for exactly one character: one that XML cannot hold has no element. */
function glyphElement({ text, box }: CharacterBox): string {
  return legalText(text) === '' ? '' : `<Glyph${place(box)}${attributes({ CONTENT: text })}/>`;
}

function place({ left, top, width, height }: Box): string {
  return attributes({ HEIGHT: height, WIDTH: width, VPOS: top, HPOS: left });
}
