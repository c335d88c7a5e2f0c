import { expect, test } from 'vitest';
import { hostileDocument } from '../testing/documents.ts';
import { documentOf, lineAt } from '../testing/lines.ts';
import { toTextract } from './textract.ts';

const document = documentOf([lineAt('Total due', { left: 80, top: 60 }), lineAt('36.00', { left: 400, top: 60 })]);

test('has a page, its lines, and their words, each with its children', () => {
  const { Blocks: blocks } = JSON.parse(toTextract(document));
  const textOf = new Map(blocks.map(({ Id, Text }: { Id: string; Text?: string }) => [Id, Text]));
  const tree = blocks.map(
    ({
      BlockType,
      Text,
      Relationships = [],
    }: {
      BlockType: string;
      Text?: string;
      Relationships?: { Ids: string[] }[];
    }) => [BlockType, Text, Relationships.flatMap(({ Ids }) => Ids.map((id) => textOf.get(id)))],
  );
  expect(tree).toEqual([
    ['PAGE', undefined, ['Total due', '36.00']],
    ['LINE', 'Total due', ['Total', 'due']],
    ['LINE', '36.00', ['36.00']],
    ['WORD', 'Total', []],
    ['WORD', 'due', []],
    ['WORD', '36.00', []],
  ]);
  expect(textOf.size).toBe(6);
});

test('places are shares of the page, confidences percentages', () => {
  const { Blocks: blocks } = JSON.parse(toTextract(document));
  expect(blocks[3]).toMatchInlineSnapshot(`
    {
      "BlockType": "WORD",
      "Confidence": 90,
      "Geometry": {
        "BoundingBox": {
          "Height": 0.033333,
          "Left": 0.1,
          "Top": 0.1,
          "Width": 0.0625,
        },
        "Polygon": [
          {
            "X": 0.1,
            "Y": 0.1,
          },
          {
            "X": 0.1625,
            "Y": 0.1,
          },
          {
            "X": 0.1625,
            "Y": 0.133333,
          },
          {
            "X": 0.1,
            "Y": 0.133333,
          },
        ],
      },
      "Id": "00000000-0000-4000-8000-000000000003",
      "Page": 1,
      "Text": "Total",
      "TextType": "PRINTED",
    }
  `);
});

test('pages that could not be read are counted, and named in the warnings', () => {
  const response = JSON.parse(toTextract(hostileDocument()));
  expect(response).toMatchObject({
    DocumentMetadata: { Pages: 2 },
    JobStatus: 'PARTIAL_SUCCESS',
    Warnings: [{ ErrorCode: 'pdf-page-corrupt', Pages: [1] }],
  });
  expect(new Set(response.Blocks.map(({ Page }: { Page: number }) => Page))).toEqual(new Set([2]));
});

test('the same document gives the same bytes', () => {
  expect(toTextract(document)).toBe(toTextract(structuredClone(document)));
});
