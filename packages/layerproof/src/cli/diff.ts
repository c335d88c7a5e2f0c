import { resolve } from 'node:path';
import { EXIT } from '@ocr-pipeline/fault';
import type { Image } from '../image/entry.ts';
import { openLayer } from '../image/open-layer.ts';
import { diffLayers, type FileChange, type LayerDiff, type Sides } from '../verify/diff.ts';
import { defineCommand, type Io } from './command.ts';
import { badArgument, missingArgument } from './faults.ts';
import { COLOR_OPTIONS, type Style, styleFor } from './report/style.ts';

const usage = 'layerproof diff OLD NEW [--json] [--color | --no-color]';

export default defineCommand({
  summary: 'Show how two layers differ: packages, native files, files, sizes',
  usage,
  options: { json: { type: 'boolean', about: 'print every changed file as JSON' }, ...COLOR_OPTIONS },

  async run({ positionals: [before, after, ...more], values }, io) {
    if (before === undefined || after === undefined) throw missingArgument('second layer', usage);
    if (more.length > 0) throw badArgument('diff takes two layers', usage);
    const opened: Image[] = [];
    try {
      const [old, fresh] = [before, after].map((path) => {
        const image = openLayer(resolve(io.cwd, path));
        opened.push(image);
        return image;
      });
      if (old === undefined || fresh === undefined) throw missingArgument('second layer', usage);
      const diff = diffLayers(old, fresh);
      if (values.json === true) io.out(JSON.stringify(diff, undefined, 2));
      else print(diff, io, styleFor(values, io));
      return EXIT.ok;
    } finally {
      for (const image of opened) image.close();
    }
  },
});

/** Files that are named; all of them are in the JSON. */
const FILES_SHOWN = 20;

function print({ packages, natives, files, unzippedBytes, zippedBytes }: LayerDiff, io: Io, style: Style): void {
  section(
    io,
    style('title', 'packages'),
    packages.map(({ kind, name, before, after }) => `${kind}  ${name}  ${change({ before, after })}`),
  );
  section(
    io,
    style('title', 'native files'),
    natives.map(({ path, before, after }) => `${path}  ${change({ before, after })}`),
  );
  for (const [title, list] of Object.entries(files)) {
    const shown = list.toSorted((a, b) => growth(b) - growth(a)).slice(0, FILES_SHOWN);
    const lines = shown.map(
      ({ path, bytes }) => `${path}  ${change({ before: amount(bytes.before), after: amount(bytes.after) })}`,
    );
    if (list.length > shown.length) lines.push(`and ${list.length - shown.length} more`);
    section(io, style('title', `files ${title} (${list.length})`), lines);
  }
  io.out('');
  io.out(`unzipped  ${change({ before: amount(unzippedBytes.before), after: amount(unzippedBytes.after) })}`);
  io.out(`zipped    ${change({ before: amount(zippedBytes.before), after: amount(zippedBytes.after) })}`);
}

function section(io: Io, title: string, lines: readonly string[]): void {
  io.out(title);
  for (const line of lines.length === 0 ? ['none'] : lines) io.out(`  ${line}`);
}

function change({ before, after }: Sides<string | undefined>): string {
  if (before === after) return before ?? 'not a zip';
  return `${before ?? '-'} -> ${after ?? '-'}`;
}

function growth({ bytes: { before = 0, after = 0 } }: FileChange): number {
  return Math.abs(after - before);
}

/** kB of 1,000 bytes, rounded up. */
function amount(bytes: number | undefined): string | undefined {
  return bytes === undefined
    ? undefined
    : `${String(Math.ceil(bytes / 1000)).replaceAll(/\B(?=(?:\d{3})+$)/g, ',')} kB`;
}
