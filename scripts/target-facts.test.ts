import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { FACTS_FOLDER, renderTargetFacts } from './target-facts.ts';

const RESEARCH = fileURLToPath(new URL('../../shared/facts/lambda-runtimes.json', import.meta.url));

if (!existsSync(RESEARCH))
  process.stderr.write(`skipped: the research file is not beside this checkout (${RESEARCH})\n`);

test.skipIf(!existsSync(RESEARCH))('the generated facts are what the research file gives', () => {
  const rendered = renderTargetFacts(readFileSync(RESEARCH, 'utf8'));
  expect(readdirSync(FACTS_FOLDER).sort()).toEqual([...rendered.keys()].sort());
  for (const [name, text] of rendered) expect(readFileSync(FACTS_FOLDER + name, 'utf8'), name).toBe(text);
});
