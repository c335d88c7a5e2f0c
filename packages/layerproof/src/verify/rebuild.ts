import type { Target } from '../target/target.ts';

/** CPU names of npm's `--cpu`, which are those of `process.arch`. */
const NPM_CPU = { x86_64: 'x64', arm64: 'arm64' } as const;

/** The fix of a rule with the command for this target filled in. */
export function fixFor(fix: string, { runtime, architecture, facts }: Target): string {
  const command =
    facts.family === 'python'
      ? `Build the layer again with \`layerproof build requirements.txt --runtime ${runtime} --arch ${architecture}\``
      : `Install the packages again with \`npm install --os=linux --cpu=${NPM_CPU[architecture]} --libc=glibc\``;
  return fix.replaceAll('{rebuild}', command);
}

/** The same where no target is known: in `explain` and in the pages of the rules. */
export function fixInGeneral(fix: string): string {
  const command =
    'Build the layer again with `layerproof build requirements.txt --runtime R --arch A`, or install its npm packages with `npm install --os=linux --cpu=x64 --libc=glibc` (`--cpu=arm64` for arm64)';
  return fix.replaceAll('{rebuild}', command);
}
