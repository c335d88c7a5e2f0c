import { describe, expect, test } from 'vitest';
import { components, type ProbabilityMap } from './components.ts';
import { grown, textBoxes } from './text-boxes.ts';

const settings = { pixelThreshold: 0.3, boxThreshold: 0.5, growthRatio: 1.6 };

/** A map drawn with characters: `#` is surely text, `+` perhaps (0.4), `.` not at all. */
function mapOf(drawing: string): ProbabilityMap {
  const rows = drawing.trim().split(/\s+/);
  const width = rows[0]?.length ?? 0;
  const values = rows.flatMap((row) => [...row].map((mark) => (mark === '#' ? 0.9 : mark === '+' ? 0.4 : 0)));
  return { width, height: rows.length, data: Float32Array.from(values) };
}

describe('components', () => {
  const sizes = (drawing: string) =>
    components(mapOf(drawing), 0.3).map((runs) => runs.reduce((sum, { start, end }) => sum + end - start, 0));

  test('keeps apart what does not touch', () => {
    expect(sizes('##.## ##.## .....')).toEqual([4, 4]);
  });

  test('joins at corners, to the left and to the right', () => {
    expect(sizes('#.... .#... #....')).toEqual([3]);
    expect(sizes('....# ...#. ..#..')).toEqual([3]);
  });

  test('joins two arms that meet only further down', () => {
    expect(sizes('#...# #...# #####')).toEqual([9]);
    expect(sizes('#.#.# ##### .....')).toEqual([8]);
  });

  test('reaches all four edges', () => {
    expect(sizes('##### #...# #####')).toEqual([12]);
  });
});

describe('text boxes', () => {
  const line = '.'.repeat(30);
  const bar = `.....${'#'.repeat(20)}.....`;

  test('a bar of text becomes its box, grown by area times 1.6 over perimeter on each side', () => {
    const boxes = textBoxes(mapOf([line, line, bar, bar, bar, bar, line, line].join(' ')), settings);
    const growth = (20 * 4 * 1.6) / (2 * (20 + 4));
    expect(boxes).toHaveLength(1);
    expect(boxes[0]?.center).toEqual({ x: 15, y: 4 });
    expect(boxes[0]?.width).toBeCloseTo(20 + 2 * growth);
    expect(boxes[0]?.height).toBeCloseTo(4 + 2 * growth);
  });

  test('what is improbable on the whole is left out', () => {
    const weak = bar.replaceAll('#', '+');
    expect(textBoxes(mapOf([line, weak, weak, weak, weak, line].join(' ')), settings)).toEqual([]);
  });

  test('specks and hairlines are left out', () => {
    expect(textBoxes(mapOf([line, bar, line].join(' ')), settings)).toEqual([]);
    expect(textBoxes(mapOf('..... .##.. .##.. .....'), settings)).toEqual([]);
  });

  test('growing keeps the place and the angle', () => {
    const core = { center: { x: 7, y: 8 }, width: 30, height: 10, angle: 0.3 };
    expect(grown(core, settings.growthRatio)).toMatchObject({ center: core.center, angle: core.angle });
  });
});
