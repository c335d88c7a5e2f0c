import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { filesOf, MODEL_SETS } from '@ocr-pipeline/ocr';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { characterErrorRate, LANGUAGE_PAGES, LATIN_SENTENCES } from '../../../../test/languages/pages.ts';
import { sampleScan } from '../../../../test/typeset/sample-scan.ts';
import { typesetPage } from '../../../../test/typeset/typeset-page.ts';
import { shareOfWordsRead } from '../../../../test/typeset/words.ts';
import { session } from '../testing/session.ts';

let work: string;
let models: string;
let truth: string;

/** As a user runs it whose cache is empty at first; `offline` is a machine without an index. */
const run = (argv: readonly string[], offline = false) =>
  session(argv, {
    folder: work,
    environment: {
      ...process.env,
      OCR_PIPELINE_MODEL: '',
      OCR_PIPELINE_MODEL_FOLDER: models,
      ...(offline ? { PIP_CONFIG_FILE: '/dev/null', PIP_NO_INDEX: '1', PIP_FIND_LINKS: '' } : {}),
    },
  });

beforeAll(async () => {
  work = mkdtempSync(join(tmpdir(), 'pp-ocr-v6-'));
  models = join(work, 'cache', 'models');
  const scan = await sampleScan();
  truth = scan.text;
  writeFileSync(join(work, 'scan.jpg'), scan.bytes);
});
afterAll(() => rmSync(work, { recursive: true, force: true }));

// Each builds on the one before, as a user's days do.
describe('the default models', () => {
  test('are fetched by the first read, with their licence, and read the scan', async () => {
    const { exit, stdout, transcript } = await run(['read', 'scan.jpg']);
    expect(shareOfWordsRead(truth, stdout)).toBeGreaterThanOrEqual(0.99);
    expect(transcript).not.toContain('stderr');
    expect(exit).toBe(0);
    const kept = readdirSync(models).filter((name) => name !== 'prepared');
    expect(kept.toSorted()).toEqual(
      filesOf(MODEL_SETS[0])
        .map(({ file }) => file)
        .toSorted(),
    );
  });

  test('read without a network from then on, the same text', async () => {
    const [first, second] = [await run(['read', 'scan.jpg']), await run(['read', 'scan.jpg', '--offline'], true)];
    expect(second.stdout).toBe(first.stdout);
    expect((await run(['models'], true)).stdout).toContain('pp-ocr-v6 (default)  present ');
  });

  test('are named in every result', async () => {
    const { stdout } = await run(['read', 'scan.jpg', '-f', 'json']);
    const { engine } = JSON.parse(stdout) as { engine: { name: string; models: { name: string }[] } };
    expect(engine.name).toBe('pp-ocr-v6-latin');
    expect(engine.models.map(({ name }) => name)).toContain('PP-OCRv6_small_rec');
  });

  test.each(Object.entries(LANGUAGE_PAGES))('read %s', async (_, { language, png, text }) => {
    writeFileSync(join(work, 'page.png'), png);
    const { stdout } = await run(['read', 'page.png', '--language', language], true);
    // Measured: 0 to 3 of 100, most of them twins such as 一 and ー.
    expect(characterErrorRate(text, stdout)).toBeLessThanOrEqual(0.04);
  });

  test('read Czech, Polish, Hungarian, Turkish, Romanian, French, Icelandic and Spanish', async () => {
    writeFileSync(join(work, 'page.png'), await typesetPage({ text: LATIN_SENTENCES, height: 500 }));
    const { stdout } = await run(['read', 'page.png'], true);
    expect(characterErrorRate(LATIN_SENTENCES, stdout)).toBeLessThanOrEqual(0.03);
  });

  test('are refused when a byte of them changed, until they are fetched again', async () => {
    const path = join(models, 'PP-OCRv6_rec_small.onnx');
    const bytes = readFileSync(path);
    bytes[bytes.length - 1] = (bytes.at(-1) ?? 0) ^ 1;
    writeFileSync(path, bytes);
    const { exit, stdout, transcript } = await run(['read', 'scan.jpg']);
    expect(transcript).toContain(`error[models-changed]: In ${models}: The model PP-OCRv6_small_rec has sha256 `);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect((await run(['models', 'add', 'latin'])).stdout).toContain('pp-ocr-v6 (default)  present ');
    expect((await run(['read', 'scan.jpg'], true)).exit).toBe(0);
  });

  test('are removed with all that was made of them', async () => {
    await run(['models', 'remove', 'pp-ocr-v6']);
    expect(readdirSync(models)).toEqual([]);
    expect((await run(['read', 'scan.jpg', '--offline'])).transcript).toContain('error[models-not-here]');
  });
});
