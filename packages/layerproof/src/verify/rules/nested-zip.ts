import { identify, HEAD_SIZE } from '../../formats/binary.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'nested-zip',
  severity: 'error',
  modes: ['P11'],
  summary: 'The layer is a zip in a zip',
  why: 'Lambda unzips a layer once. When an artifact of a CI system was zipped again on its way, `/opt` holds a zip file, and no module of it is found: `No module named …`, `Cannot find module …`.',
  messages: ["No module named '…'", "Cannot find module '…'"],
  fix: 'Publish the inner zip itself, or switch the packing of the CI step off.',
  *check({ entries, target }) {
    const files = entries.filter(({ kind }) => kind === 'file');
    const isUsed = files.some(({ path }) => /^(?:python|nodejs|lib|bin|extensions)\//.test(path));
    if (isUsed) return;
    for (const entry of files) {
      if (entry.path.includes('/') || identify(entry.read().subarray(0, HEAD_SIZE)) !== 'zip') continue;
      yield { path: entry.path, message: `is a zip file, and beside it lies nothing that ${target.runtime} searches` };
    }
  },
});
