import { defineConfig } from 'vitest/config';

const folders = '{packages,apps,test,scripts,infra,bench}/**';

/**
 * Two sets of tests. `npm test` runs without a network; what needs the Python index is named `*.online.test.ts` and runs with
 * `npm run test:online`.
 */
export function testConfig(set: 'offline' | 'online'): ReturnType<typeof defineConfig> {
  return defineConfig({
    // Workspaces resolve to their TypeScript source, so that tests never run against a stale build.
    resolve: { conditions: ['source'] },
    ssr: { resolve: { conditions: ['source', 'node'], externalConditions: ['source', 'node'] } },
    test: {
      include: [set === 'online' ? `${folders}/*.online.test.ts` : `${folders}/*.test.ts`],
      exclude: ['**/node_modules/**', '**/dist/**', ...(set === 'online' ? [] : ['**/*.online.test.ts'])],
      // Real processes, servers and models: slow on a busy machine is not a failure.
      testTimeout: 120_000,
      hookTimeout: 120_000,
      pool: 'forks',
      execArgv: ['--conditions=source'],
    },
  });
}

export default testConfig(process.env['ONLINE'] === '1' ? 'online' : 'offline');
