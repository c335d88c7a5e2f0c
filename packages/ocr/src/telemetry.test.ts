import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const OPEN_AN_ENGINE = `
import { openPpOcr } from ${JSON.stringify(join(import.meta.dirname, 'index.ts'))};
const engine = await openPpOcr({ version: 'v4' });
await engine.close();
`;

test('the runtime of the models keeps no device id and queues no reports', () => {
  const home = mkdtempSync(join(tmpdir(), 'home-'));
  try {
    // CI and unit tests are spared by themselves: this process is neither.
    const { CI: _ci, ORT_DISABLE_TELEMETRY: _set, XDG_CACHE_HOME: _cache, ...rest } = process.env;
    const env = { ...rest, HOME: home };
    execFileSync(process.execPath, ['--conditions=source', '--input-type=module', '-e', OPEN_AN_ENGINE], { env });
    expect(readdirSync(home)).toEqual([]);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
});
