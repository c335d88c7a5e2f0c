import { statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { isFault } from '@ocr-pipeline/fault';
import { type Artifact, type ArtifactStore, sha256OfFile } from '../../artifact/store.ts';
import { hashMismatch } from '../../artifact/faults.ts';
import { type ZipArchive, openZip } from '../../formats/zip-reader.ts';
import { badWheel, missingWheel, wheelWithout } from './faults.ts';
import type { WheelFile } from '../index/index-file.ts';
import { type Metadata, parseMetadata } from '../standards/metadata.ts';
import { normalizeName } from '../standards/name.ts';
import type { WheelName } from '../standards/wheel-name.ts';

/** The wheel on this machine with its hash checked: from the cache, the network, or the folder that it lies in. */
export async function fetchWheel(wheel: WheelFile, store: ArtifactStore): Promise<Artifact> {
  const { name, url, sha256, digest } = wheel;
  if (!url.startsWith('file:')) return store.fetch({ name: name.fileName, url, sha256, digest });
  const found = readLocal(url);
  if (sha256 !== undefined && sha256 !== found.sha256) throw hashMismatch(name.fileName, sha256, found.sha256);
  return found;
}

function readLocal(url: string): Artifact {
  try {
    const path = fileURLToPath(url);
    return { path, sha256: sha256OfFile(path), size: statSync(path).size };
  } catch (cause) {
    // Whatever the reason (no such file, no permission, a host in the address): the file is somebody's to bring.
    throw missingWheel(url, cause);
  }
}

/** METADATA of a wheel that is on this machine. */
export function readWheelMetadata({ path }: Artifact, name: WheelName): Metadata {
  const zip = openZip(path, name.fileName);
  try {
    return metadataOf(name, readDistInfo(zip, name, 'METADATA'));
  } finally {
    zip.close();
  }
}

/** METADATA of the wheel, from wherever its text came. @throws Fault `bad-wheel` that names the wheel. */
export function metadataOf({ fileName }: WheelName, text: string): Metadata {
  try {
    return parseMetadata(text);
  } catch (error) {
    if (isFault(error)) throw badWheel(fileName, error.message, error);
    throw error;
  }
}

/** A file of the wheel's `.dist-info` folder as text. */
export function readDistInfo(zip: ZipArchive, name: WheelName, file: string): string {
  const folder = distInfoOf(zip, name);
  const entry = zip.entries.find(({ path }) => path === `${folder}/${file}`);
  if (entry === undefined) throw wheelWithout(name.fileName, `${folder}/${file}`);
  return Buffer.from(zip.read(entry)).toString('utf8');
}

/** The wheel's own `.dist-info` folder: the one that carries its name (older tools spell names and versions differently). */
export function distInfoOf(zip: ZipArchive, name: WheelName): string {
  const folders = new Set<string>();
  for (const { path } of zip.entries) {
    const folder = /^([^/]+)\.dist-info\//.exec(path)?.[1];
    if (folder !== undefined) folders.add(folder);
  }
  const own = [...folders].filter((folder) => normalizeName(folder.replace(/-[^-]*$/, '')) === name.distribution);
  const [found] = own;
  if (found === undefined || own.length > 1) {
    throw badWheel(name.fileName, `it has ${own.length} .dist-info folders of ${name.distribution}`);
  }
  return `${found}.dist-info`;
}
