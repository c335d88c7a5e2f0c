import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'duplicate-path',
  severity: 'error',
  modes: ['P11'],
  summary: 'A path is in the zip more than once',
  why: 'A zip may hold two files under one path, which happens when files are added to a zip that exists. Most tools take the last one, some the first, some refuse: what was tested need not be what Lambda unpacks. It is a warning where all of them are the same.',
  messages: [],
  fix: 'Remove the zip before it is written again, or leave the second file out. A zip that `layerproof build` writes holds each path once.',
  *check({ zips }) {
    for (const { path, isSame } of zips.flatMap(({ duplicates }) => duplicates)) {
      if (isSame) yield { path, message: 'is in the zip more than once, each time the same', severity: 'warning' };
      else yield { path, message: 'is in the zip more than once, and not each time the same' };
    }
  },
});
