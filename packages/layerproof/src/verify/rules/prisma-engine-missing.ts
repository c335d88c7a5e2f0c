import { posix } from 'node:path';
import type { Target } from '../../target/target.ts';
import { defineRule } from '../rule.ts';

/** `libquery_engine-rhel-openssl-3.0.x.so.node`, `query-engine-darwin-arm64` (https://www.prisma.io/docs/orm/reference/prisma-schema-reference#binarytargets-options). */
const ENGINE = /^(?:lib)?query[_-]engine-(.+?)(?:\.so\.node|\.dylib\.node|\.dll\.node|\.exe)?$/;

export default defineRule({
  id: 'prisma-engine-missing',
  severity: 'error',
  modes: ['N07'],
  summary: 'Prisma has no engine for this runtime in the layer',
  why: 'Prisma ships its query engine as one file for each system and OpenSSL, and takes the one for the system that `prisma generate` ran on: `Query engine library for current platform "rhel-openssl-3.0.x" could not be found`.',
  messages: [
    'Query engine library for current platform "…" could not be found',
    'Prisma Client could not locate the Query Engine for runtime "…"',
  ],
  fix: 'Name the target in `binaryTargets` of the generator in `schema.prisma` (the message says which), and run `prisma generate` again.',
  *check({ entries, target }) {
    if (target.facts.node === undefined) return;
    const found = new Map<string, Set<string>>();
    for (const { path, kind } of entries) {
      const engine = kind === 'directory' ? undefined : ENGINE.exec(posix.basename(path))?.[1];
      if (engine === undefined) continue;
      const folder = posix.dirname(path);
      found.set(folder, (found.get(folder) ?? new Set()).add(engine));
    }
    const wanted = engineFor(target);
    for (const [folder, engines] of found) {
      if (engines.has(wanted)) continue;
      yield {
        path: folder,
        message: `has the engine for ${[...engines].toSorted().join(', ')}, but ${target.label} needs ${wanted}`,
      };
    }
  },
});

/** Its glibc, which no other one has. */
const AMAZON_LINUX_2 = '2.26';

/** nodejs18.x on Amazon Linux 2 brings OpenSSL 3 of its own, yet Prisma looks for that of the system: 1.0.x. */
function engineFor({ facts, architecture }: Target): string {
  const openssl = facts.glibc === AMAZON_LINUX_2 ? '1.0.x' : '3.0.x';
  return architecture === 'arm64' ? `linux-arm64-openssl-${openssl}` : `rhel-openssl-${openssl}`;
}
