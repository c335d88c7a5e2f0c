// Builds the broken layers and prints what verify says of them: npm run zoo [-- WORD...], where a word is a part of the name, the mode or a rule.
import { judge, type Verdict } from './judge.ts';
import { isWrong, reportOf } from './report.ts';
import type { Specimen } from './specimen.ts';
import { SPECIMENS } from './specimens/index.ts';

const words = process.argv.slice(2);
const verdicts: Verdict[] = [];
for (const specimen of SPECIMENS.filter(isWanted)) {
  const start = performance.now();
  verdicts.push(await judged(specimen));
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  process.stderr.write(`${seconds.padStart(5)} s  ${specimen.mode} ${specimen.name}\n`);
}
process.stdout.write(`${reportOf(verdicts).join('\n')}\n`);
process.exitCode = verdicts.some(isWrong) ? 1 : 0;

function isWanted({ name, mode, expected }: Specimen): boolean {
  return words.length === 0 || words.some((word) => name.includes(word) || mode === word || expected.includes(word));
}

/** A specimen that cannot be built is one that is missed; the others are still judged. */
async function judged(specimen: Specimen): Promise<Verdict> {
  try {
    return await judge(specimen);
  } catch (error) {
    const reason = error instanceof Error ? (error.stack ?? error.message) : String(error);
    return { specimen, found: [], misses: specimen.expected, unexpected: [], lines: reason.split('\n') };
  }
}
