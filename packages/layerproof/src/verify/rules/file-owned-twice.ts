import { readRecords } from '../record.ts';
import { defineRule } from '../rule.ts';

/** Files of two packages that are named in a message. */
const FILES_SHOWN = 2;

export default defineRule({
  id: 'file-owned-twice',
  severity: 'warning',
  modes: ['R36'],
  summary: 'Two Python packages hold different files under one name',
  why: 'Of two packages that own the same file, the one that was unpacked last has it, and the other works with files that are not its own: `opencv-python` with `opencv-python-headless`, `psycopg2` with `psycopg2-binary`. Which of them it was, depends on the order of the installation.',
  messages: [],
  fix: 'Leave one of the two out: mostly one is a variant of the other. `pip show` and the message name who needs which.',
  *check(layer) {
    const owners = new Map<string, { readonly owner: string; readonly digest: string }>();
    const shared = new Map<string, string[]>();
    for (const { distribution, lines } of readRecords(layer)) {
      for (const { path, digest } of lines) {
        if (digest === undefined || path.includes('.dist-info/')) continue;
        const other = owners.get(path);
        if (other === undefined) owners.set(path, { owner: distribution.name, digest });
        // The same bytes are no loss: folders of a namespace hold such files.
        else if (other.owner !== distribution.name && other.digest !== digest) {
          const pair = [other.owner, distribution.name].toSorted().join(' and ');
          shared.set(pair, [...(shared.get(pair) ?? []), path]);
        }
      }
    }
    for (const [pair, files] of shared) {
      const shown = files.toSorted().slice(0, FILES_SHOWN).join(', ');
      const more = files.length > FILES_SHOWN ? ` and ${files.length - FILES_SHOWN} more` : '';
      yield { message: `${pair} both own ${shown}${more}, with different bytes` };
    }
  },
});
