import { defineConfig } from 'vitest/config';

// `npm test` runs without a network. What needs the Python or npm index is named *.online.test.ts and runs with ONLINE=1.
const online = process.env['ONLINE'] === '1';

export default defineConfig({
  // Workspaces resolve to their TypeScript source, so that tests never run against a stale build.
  resolve: { conditions: ['source'] },
  ssr: { resolve: { conditions: ['source', 'node'], externalConditions: ['source', 'node'] } },
  test: {
    include: [
      online
        ? '{packages,apps,test,scripts,infra}/**/*.online.test.ts'
        : '{packages,apps,test,scripts,infra}/**/*.test.ts',
    ],
    exclude: ['**/node_modules/**', '**/dist/**', ...(online ? [] : ['**/*.online.test.ts'])],
    testTimeout: 30_000,
    pool: 'forks',
    execArgv: ['--conditions=source'],
  },
});
