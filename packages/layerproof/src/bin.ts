#!/usr/bin/env node
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { cacheFolder } from './artifact/cache-folder.ts';

// Node keeps what it compiled for the next start, which is a third faster then. Where it cannot, it says nothing and goes on.
enableCompileCache(join(cacheFolder(process.env), 'compiled'));
await import('./cli/process.ts');
