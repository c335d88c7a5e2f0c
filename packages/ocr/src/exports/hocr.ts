import type { Block, Box, Document, Line, Page, Word } from '../document.ts';
import { type CharacterBox, type CharacterOptions, charactersOf } from './characters.ts';
import { wordsOfLine } from './line-words.ts';
import { escapeXml } from './xml.ts';

/**
 * The document as hOCR 1.2 (https://kba.github.io/hocr-spec/1.2/), which is XHTML: pages, areas, paragraphs, lines, words.
 * `x_wconf` is the confidence in percent. A page that could not be read has no size and no areas, and says why.
 */
export function toHocr({ engine, pages }: Document, { characters = false }: CharacterOptions = {}): string {
  const system = escapeXml(`${engine.name} ${engine.version}`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">
<html xmlns="http://www.w3.org/1999/xhtml">
<head>
<title></title>
<meta http-equiv="Content-Type" content="text/html;charset=utf-8" />
<meta name="ocr-system" content="${system}" />
<meta name="ocr-capabilities" content="ocr_page ocr_carea ocr_par ocr_line ocrx_word${characters ? ' ocrx_cinfo' : ''} ocrp_wconf" />
<meta name="ocr-langs" content="unknown" />
<meta name="ocr-scripts" content="unknown" />
<meta name="ocr-number-of-pages" content="${pages.length}" />
</head>
<body>
${pages.map((page) => pageElement(page, characters)).join('')}</body>
</html>
`;
}

function pageElement({ number, width, height, problem, blocks }: Page, characters: boolean): string {
  const title = `${bounds({ left: 0, top: 0, width, height })}; ppageno ${number - 1}`;
  const areas = blocks.map((block, index) => areaElement(block, `${number}_${index + 1}`, characters)).join('');
  const reason = problem === undefined ? '' : `<p>${escapeXml(problem.message)}</p>\n`;
  return `<div class="ocr_page" id="page_${number}" title="${title}">\n${reason}${areas}</div>\n`;
}

function areaElement({ box, lines }: Block, id: string, characters: boolean): string {
  const inner = lines.map((line, index) => lineElement(line, `${id}_${index + 1}`, characters)).join('');
  return (
    `<div class="ocr_carea" id="block_${id}" title="${bounds(box)}">\n` +
    `<p class="ocr_par" id="par_${id}" title="${bounds(box)}">\n${inner}</p>\n</div>\n`
  );
}

function lineElement(line: Line, id: string, characters: boolean): string {
  const inner = wordsOfLine(line)
    .map((word, index) => wordElement(word, `${id}_${index + 1}`, characters))
    .join(' ');
  return `<span class="ocr_line" id="line_${id}" title="${bounds(line.box)}">${inner}</span>\n`;
}

function wordElement(word: Word, id: string, characters: boolean): string {
  const title = `${bounds(word.box)}; x_wconf ${Math.round(word.confidence * 100)}`;
  const inner = characters ? charactersOf(word).map(characterElement).join('') : '';
  return `<span class="ocrx_word" id="word_${id}" title="${title}">${inner || escapeXml(word.text)}</span>`;
}

function characterElement({ text, box }: CharacterBox): string {
  return `<span class="ocrx_cinfo" title="${bounds(box).replace('bbox', 'x_bboxes')}">${escapeXml(text)}</span>`;
}

function bounds({ left, top, width, height }: Box): string {
  return `bbox ${left} ${top} ${left + width} ${top + height}`;
}
