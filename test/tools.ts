import { execFileSync } from 'node:child_process';
import { test } from 'vitest';

/**
 * Tests that need a tool of the machine (a CPython, moto, pdftotext) say so by name. Where it is missing they skip and print
 * why; with REQUIRE_TOOLS=1, which `.ci/run` sets, a missing tool fails the test instead.
 */
export function testWithTool(tool: string, probe: readonly string[]): typeof test | typeof test.skip {
  if (answers(probe)) return test;
  if (process.env['REQUIRE_TOOLS'] === '1') return failing(tool, probe);
  process.stderr.write(`skipped: ${tool} is not on this machine (tried: ${probe.join(' ')})\n`);
  return test.skip;
}

function failing(tool: string, probe: readonly string[]): typeof test {
  const fail = (name: string) =>
    test(name, () => {
      throw new Error(`${tool} is needed here and is missing (tried: ${probe.join(' ')})`);
    });
  return fail as unknown as typeof test;
}

export function answers([command, ...args]: readonly string[]): boolean {
  if (command === undefined) return false;
  try {
    execFileSync(command, args, { stdio: 'ignore', timeout: 20_000 });
    return true;
  } catch {
    return false;
  }
}
