#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { cacheFolder } from './artifact/cache-folder.ts';

// New objects get a small space of their own and no more: most are gone soon, and a space that grows to 100 MB saves little time.
setFlagsFromString('--semi-space-growth-factor=1');
// Node keeps what it compiled for the next start, which is a third faster then. Where it cannot, it says nothing and goes on.
enableCompileCache(join(cacheFolder(process.env), 'compiled'));
await import('./cli/process.ts');
