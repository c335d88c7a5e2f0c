import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { INSTALLED_PACKAGES } from '../packages/layerproof/src/target/testing/installed-packages.ts';
import { FACTS_FOLDER, renderTargetFacts } from './target-facts.ts';

const RESEARCH = fileURLToPath(new URL('../../shared/facts/lambda-runtimes.json', import.meta.url));

if (!existsSync(RESEARCH))
  process.stderr.write(`skipped: the research file is not beside this checkout (${RESEARCH})\n`);

test.skipIf(!existsSync(RESEARCH))('the generated facts are what the research file gives', () => {
  const rendered = renderTargetFacts(readFileSync(RESEARCH, 'utf8'));
  expect(readdirSync(FACTS_FOLDER).sort()).toEqual([...rendered.keys()].sort());
  for (const [name, text] of rendered) expect(readFileSync(FACTS_FOLDER + name, 'utf8'), name).toBe(text);
});

test.skipIf(!existsSync(RESEARCH))('the packages of the second listing are those that the research file has', () => {
  const research = JSON.parse(readFileSync(RESEARCH, 'utf8')) as {
    readonly $shared: {
      readonly bases: Readonly<Record<string, { readonly rpmPackages: Readonly<Record<string, readonly string[]>> }>>;
    };
  };
  for (const [base, packages] of Object.entries(INSTALLED_PACKAGES)) {
    for (const installed of Object.values(research.$shared.bases[base]?.rpmPackages ?? {})) {
      // name-version-release.cpu
      const names = new Set(installed.map((name) => name.replace(/-[^-]*$/, '')));
      expect(Object.keys(packages).filter((name) => !names.has(name))).toEqual([]);
    }
  }
});
