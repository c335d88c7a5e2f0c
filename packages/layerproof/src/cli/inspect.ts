import { resolve } from 'node:path';
import { EXIT } from '@ocr-pipeline/fault';
import { openLayer } from '../image/open-layer.ts';
import { type InspectedNative, inspect, type Inspection, type SizeNode } from '../verify/inspect.ts';
import { defineCommand, type Io } from './command.ts';
import { badArgument, missingArgument } from './faults.ts';
import { COLOR_OPTIONS, type Style, styleFor } from './report/style.ts';

const usage = 'layerproof inspect LAYER [--json] [--color | --no-color]';

export default defineCommand({
  summary: 'Show what a layer holds: packages, native files, sizes',
  usage,
  options: {
    json: { type: 'boolean', about: 'print everything as JSON, with all files of machine code and what each needs' },
    ...COLOR_OPTIONS,
  },

  async run({ positionals: [path, ...more], values }, io) {
    if (path === undefined) throw missingArgument('layer', usage);
    if (more.length > 0) throw badArgument('inspect takes one layer', usage);
    const image = openLayer(resolve(io.cwd, path));
    try {
      const inspection = inspect(image);
      if (values.json === true) io.out(JSON.stringify(inspection, undefined, 2));
      else print(inspection, io, styleFor(values, io));
      return EXIT.ok;
    } finally {
      image.close();
    }
  },
});

function print(inspection: Inspection, io: Io, style: Style): void {
  const { files, unzippedBytes, zippedBytes, packages, natives, sizes } = inspection;
  io.out(`${files} files, ${size({ unzippedBytes, zippedBytes })}`);
  section(
    io,
    style('title', `packages (${packages.length})`),
    table(packages.map(({ kind, name, version, folder }) => [kind, name, version, folder])),
  );
  section(io, style('title', `native files (${natives.length})`), natives.flatMap(nativeLines));
  section(io, style('title', 'sizes'), sizes.flatMap(sizeLines));
}

function section(io: Io, title: string, lines: readonly string[]): void {
  io.out('');
  io.out(title);
  for (const line of lines.length === 0 ? ['none'] : lines) io.out(`  ${line}`);
}

function nativeLines({ path, format, cpus, abi, needs, versions, damage }: InspectedNative): string[] {
  const head = [path, `  ${[format, ...cpus, ...(abi === undefined ? [] : [abi])].join(' ')}`];
  if (damage !== undefined) head.push(`  damaged: ${damage}`);
  if (needs.length > 0) head.push(`  needs ${needs.join(', ')}`);
  if (versions.length > 0) head.push(`  up to ${versions.join(', ')}`);
  return head;
}

function sizeLines(node: SizeNode): string[] {
  return [sizeLine(node, ''), ...node.children.map((child) => sizeLine(child, '  '))];
}

function sizeLine({ path, files, ...sizes }: SizeNode, indent: string): string {
  return `${indent}${size(sizes)}  ${path}${files > 1 ? ` (${files} files)` : ''}`;
}

function size({ unzippedBytes, zippedBytes }: Pick<SizeNode, 'unzippedBytes' | 'zippedBytes'>): string {
  const zipped = zippedBytes === undefined ? '' : `, ${kilobytes(zippedBytes)} zipped`;
  return `${kilobytes(unzippedBytes)}${zipped}`;
}

/** kB of 1,000 bytes, rounded up, so that nothing shows as empty that is not. */
function kilobytes(bytes: number): string {
  return `${String(Math.ceil(bytes / 1000)).replaceAll(/\B(?=(?:\d{3})+$)/g, ',')} kB`;
}

function table(rows: readonly (readonly string[])[]): string[] {
  const widths = [0, 1, 2, 3].map((column) => Math.max(0, ...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    row
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  );
}
