import { Fault, formatFault } from '@ocr-pipeline/fault';
import { expect, test } from 'vitest';
import * as faults from './faults.ts';

test('each fault names the two facts that disagree and the next step', () => {
  const cause = new Fault('model-changed', 'The model x has sha256 aa; this version was proven with bb');
  const all = [
    faults.unknownModelSet('--model is', 'v9', ['pp-ocr-v6', 'pp-ocr-v4']),
    faults.unknownModelSet('Asked for was', 'ko', ['pp-ocr-v6'], ['latin', 'zh']),
    faults.unknownLanguage('ko', ['latin', 'zh']),
    faults.languageNotOfSet({ name: 'pp-ocr-v4', languages: ['latin', 'zh'] }, 'ja', 'pp-ocr-v6'),
    faults.modelsInstalled('pp-ocr-v4', 'remove'),
    faults.modelsNotHere('pp-ocr-v6', '/cache/models'),
    faults.modelsNotFetched('pp-ocr-v6', '/cache/models', 'https://index.example/simple/ does not answer: timeout'),
    faults.modelsChanged('pp-ocr-v6', '/cache/models', cause),
    faults.modelFolderUnwritable('/cache/models', 'EROFS', cause),
  ];
  expect(new Set(all.map(({ code }) => code)).size).toBe(Object.keys(faults).length);
  expect(all.map(formatFault).join('\n\n')).toMatchInlineSnapshot(`
    "error[unknown-model]: --model is v9, and the models are pp-ocr-v6, pp-ocr-v4

    hint: Take one of these names; \`ocr-pipeline models\` says what each is and which are here.

    error[unknown-model]: Asked for was ko, and the models are pp-ocr-v6, for the languages latin, zh

    hint: Take one of these names; \`ocr-pipeline models\` says what each is and which are here.

    error[unknown-language]: --language is ko, and there are models for latin, zh

    hint: Take one of these; every European language in Latin letters is read as \`latin\`.

    error[language-not-of-model]: --language is ja, and pp-ocr-v4 reads latin, zh

    hint: Read it with \`--model pp-ocr-v6\`, or leave the model to the language.

    error[models-installed]: The models of pp-ocr-v4 belong to an npm package, and \`models remove\` works on fetched ones

    hint: Repair or remove them as any other package: with npm.

    error[models-not-here]: The models of pp-ocr-v6 are not in /cache/models, and --offline forbids to fetch them

    hint: Fetch them once, with a network, by \`ocr-pipeline models add pp-ocr-v6\`, or read with \`--model pp-ocr-v4\`, which came by npm and knows no Japanese.

    error[models-not-fetched]: The models of pp-ocr-v6 are not in /cache/models, and the index gives none: https://index.example/simple/ does not answer: timeout

    hint: Fetch them once, with a network, by \`ocr-pipeline models add pp-ocr-v6\`, or read with \`--model pp-ocr-v4\`, which came by npm and knows no Japanese.

    error[models-changed]: In /cache/models: The model x has sha256 aa; this version was proven with bb

    hint: Find out who changed the file, then fetch it again with \`ocr-pipeline models add pp-ocr-v6\`.

    error[model-folder-unwritable]: The models cannot be kept in /cache/models (EROFS)

    hint: Name a folder that this user may write, on a disk with room, in OCR_PIPELINE_MODEL_FOLDER."
  `);
});
