import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { formatFault, isFault } from '@ocr-pipeline/fault';
import { buildLayer } from '../../packages/layerproof/src/build/build-layer.ts';
import { openOutput } from '../../packages/layerproof/src/build/output.ts';
import { runSession } from '../../packages/layerproof/src/cli/testing/session.ts';
import { zipBytes } from '../../packages/layerproof/src/formats/testing/zip-bytes.ts';
import type { ImageEntry } from '../../packages/layerproof/src/image/entry.ts';
import type { Finding } from '../../packages/layerproof/src/verify/finding.ts';
import { verify } from '../../packages/layerproof/src/verify/verify.ts';
import { type Draft, emptyDraft, type Files } from './draft.ts';
import type { Specimen } from './specimen.ts';

export interface Verdict {
  readonly specimen: Specimen;
  /** In the words of `expected`. */
  readonly found: readonly string[];
  /** Expected and not found. */
  readonly misses: readonly string[];
  /** Found and not expected. */
  readonly unexpected: readonly string[];
  /** One line for each finding, for whoever looks into it. */
  readonly lines: readonly string[];
}

/** Builds the specimen in a folder of its own and lets the commands of layerproof judge it. */
export async function judge(specimen: Specimen): Promise<Verdict> {
  const draft = emptyDraft(mkdtempSync(join(tmpdir(), 'zoo-')));
  try {
    for (const step of specimen.build) await step.apply(draft);
    const answer = draft.requirements.length > 0 ? await built(draft, specimen) : await verified(draft, specimen);
    return compare(specimen, answer);
  } finally {
    for (const image of draft.opened) image.close();
    rmSync(draft.scratch, { recursive: true });
  }
}

interface Answer {
  readonly found: readonly string[];
  readonly lines: readonly string[];
}

function compare(specimen: Specimen, { found, lines }: Answer): Verdict {
  const { expected, says } = specimen;
  const misses = expected.filter((one) => !found.includes(one));
  if (says !== undefined && !lines.some((line) => line.includes(says))) misses.push(`a finding that says ${says}`);
  return { specimen, found, misses, unexpected: found.filter((one) => !expected.includes(one)), lines };
}

/** What `layerproof verify` says of the layer as a zip on disk. */
async function verified(draft: Draft, { target }: Specimen): Promise<Answer> {
  const [runtime = '', arch = ''] = target.split('/');
  const layers = [
    ...draft.others.map((files, at) => writeLayer(draft, `below-${at}.zip`, files)),
    finishedLayer(draft),
  ];
  const ofFunction = draft.function.size === 0 ? [] : ['--function', writeLayer(draft, 'function.zip', draft.function)];
  const argv = ['verify', ...layers, '--runtime', runtime, '--arch', arch, ...ofFunction, '--format', 'json'];
  const { exit, stdout, transcript } = await runSession(argv, { cwd: draft.scratch, env: process.env });
  if (exit === 0 || exit === 1) {
    const answer = answerOf((JSON.parse(stdout) as { readonly findings: readonly Finding[] }).findings);
    const hasError = answer.found.some((one) => !/^(?:warning|note) /.test(one));
    if (hasError !== (exit === 1)) throw new Error(`exit ${exit} does not go with ${answer.lines.join('; ')}`);
    return answer;
  }
  const code = /error\[([\w-]+)\]/.exec(transcript)?.[1];
  if (exit !== 2 || code === undefined) throw new Error(transcript);
  return { found: [`fault ${code}`], lines: transcript.split('\n').slice(1) };
}

/** What `layerproof build` says of the layer that its requirements come to. */
async function built({ scratch, requirements }: Draft, { target }: Specimen): Promise<Answer> {
  const [runtime = '', architecture = ''] = target.split('/');
  writeFileSync(join(scratch, 'requirements.txt'), requirements.join('\n'));
  try {
    const { findings } = await buildLayer(
      { inputs: ['requirements.txt'], runtime, architecture, folder: scratch },
      { check: (image, of, resolution) => verify(image, of, { resolution }) },
    );
    return answerOf(findings);
  } catch (error) {
    if (!isFault(error)) throw error;
    return { found: [`fault ${error.code}`], lines: [formatFault(error)] };
  }
}

function answerOf(findings: readonly Omit<Finding, 'fix'>[]): Answer {
  const named = findings.map(({ rule, severity }) => (severity === 'error' ? rule : `${severity} ${rule}`));
  const lines = findings.map(({ rule, severity, path, message }) => `${severity}[${rule}] ${path ?? ''}: ${message}`);
  return { found: [...new Set(named)], lines };
}

function finishedLayer(draft: Draft): string {
  const path = writeLayer(draft, 'layer.zip', draft.files, draft.oddEntries);
  for (const change of draft.damage) writeFileSync(path, change(readFileSync(path)));
  const [runtime, architecture] = draft.manifestTarget?.split('/') ?? [];
  if (runtime !== undefined) {
    const layer = { bytes: statSync(path).size };
    const manifest = { schema: 1, tool: { name: 'layerproof' }, target: { runtime, architecture }, layer };
    writeFileSync(path.replace(/zip$/, 'json'), JSON.stringify(manifest));
  }
  return path;
}

function writeLayer({ scratch }: Draft, name: string, files: Files, odd: Draft['oddEntries'] = []): string {
  const path = join(scratch, name);
  if (odd.length > 0) {
    const honest = Array.from(files.values(), ({ path: own, mode, kind, read }) => {
      return { name: own, data: read(), mode: (kind === 'symlink' ? 0o120000 : 0o100000) | mode };
    });
    writeFileSync(path, zipBytes([...honest, ...odd]));
    return path;
  }
  const output = openOutput();
  try {
    output.writeLayer(path, Array.from(files.values(), deflated));
    output.commit();
  } finally {
    output.discard();
  }
  return path;
}

/** Deflated by Node's own compressor: ours is made for bytes that never change, and takes seconds for large libraries. */
function deflated(entry: ImageEntry): ImageEntry {
  if (entry.compressed !== undefined || entry.kind !== 'file') return entry;
  const bytes = entry.read();
  const stream = deflateRawSync(bytes, { level: 1 });
  if (stream.length >= bytes.length) return entry;
  return { ...entry, crc32: crc32(bytes), compressed: { method: 8, size: stream.length, read: () => stream } };
}
