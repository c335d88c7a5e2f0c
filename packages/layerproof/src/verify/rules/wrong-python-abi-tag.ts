import { posix } from 'node:path';
import { abiTagOf, describeAbiTag, isForeignAbiTag } from '../python-abi-tag.ts';
import { defineRule } from '../rule.ts';
import { optionalPlace } from '../stand-in.ts';

export default defineRule({
  id: 'wrong-python-abi-tag',
  severity: 'error',
  isOfFile: true,
  modes: ['R01', 'R02', 'R03', 'R04', 'R05', 'R29'],
  summary: 'An extension module is named for another Python',
  why: 'Python looks for an extension module under a few file name endings only, which name its version and system. A module that was built for another version is never found: the import fails with `cannot import name …` or `No module named …`, although the package is in the layer.',
  messages: [
    "cannot import name '_…' from '…' (/opt/python/…)",
    "No module named '….…'",
    'you should not try to import numpy from its source directory',
  ],
  fix: '{rebuild}: it takes the wheels of that Python, whatever Python this machine has.',
  *check(layer) {
    const { entries, target } = layer;
    const paths = new Set(entries.map(({ path }) => path));
    const { extensionSuffixes } = target.facts;
    for (const { path, kind } of entries) {
      const tag = kind === 'directory' ? undefined : abiTagOf(path);
      if (tag === undefined || !isForeignAbiTag(tag, target)) continue;
      const module = posix.join(posix.dirname(path), tag.module);
      if (extensionSuffixes.some((suffix) => paths.has(module + suffix))) continue;
      const [last, ...rest] = extensionSuffixes.toReversed();
      const loads = `${rest.toReversed().join(', ')} and ${last}`;
      const message = `built for ${describeAbiTag(tag, target)}, but ${target.runtime} loads only ${loads}`;
      yield optionalPlace(layer, path, message);
    }
  },
});
