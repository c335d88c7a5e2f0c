import { execFileSync } from 'node:child_process';
import { test } from 'vitest';

/**
 * Tests that need a tool of the machine (a CPython, moto, pdftotext) say so by name. Where it is missing they skip and print
 * why; with REQUIRE_TOOLS=1, which `.ci/run` sets, a missing tool fails the test instead.
 *
 * @param probe A command line that succeeds where the tool is there, or the answer itself.
 */
export function testWithTool(tool: string, probe: readonly string[] | boolean): typeof test | typeof test.skip {
  const present = typeof probe === 'boolean' ? probe : answers(probe);
  if (present) return test;
  const tried = typeof probe === 'boolean' ? '' : ` (tried: ${probe.join(' ')})`;
  const reason = `${tool} is not on this machine${tried}`;
  if (process.env['REQUIRE_TOOLS'] === '1') return failing(reason);
  process.stderr.write(`skipped: ${reason}\n`);
  return test.skip;
}

function failing(reason: string): typeof test {
  const fail = (name: string) =>
    test(name, () => {
      throw new Error(`this test needs a tool: ${reason}`);
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
