// https://pip.pypa.io/en/stable/reference/requirements-file-format/
import { existsSync, readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Fault, isFault } from '@ocr-pipeline/fault';
import { checkIndexAddress, checkLink } from './check-index-options.ts';
import { fileRequirement } from './direct-requirement.ts';
import {
  badRequirementLine,
  editableRequirement,
  missingIncludedFile,
  missingRequirementsFile,
  remoteFileGone,
} from './faults.ts';
import { fileText } from './file-text.ts';
import { hashOf, type OtherHash } from './hash-option.ts';
import { type LineOption, lineParts } from './line-options.ts';
import { logicalLines } from './logical-lines.ts';
import type { AskedRequirement, IndexOptions, Requirements } from './requirements.ts';
import { withVariables } from './variables.ts';

export type { AskedRequirement, IndexOptions, Requirements } from './requirements.ts';

export interface RequirementsOptions {
  readonly environment?: Readonly<Record<string, string | undefined>>;
  /** The file's name in messages. */
  readonly label?: string;
  /** The working folder, which local wheels may be named from. */
  readonly folder?: string;
  /** Reads a file from the web (`-r https://…`); undefined when the server has none. */
  readonly fetchFile: (address: string) => Promise<Uint8Array | undefined>;
}

/** Like `IndexOptions`, while they are read. */
type MutableOptions = { -readonly [K in keyof IndexOptions]: IndexOptions[K] };

interface Collected {
  readonly requirements: AskedRequirement[];
  readonly constraints: AskedRequirement[];
  options: MutableOptions;
  hashesRequired: boolean;
  readonly notes: Set<string>;
  readonly files: Set<string>;
}

/** A file that is being read: its path or address, what people call it, what its requirements are, and the line that includes it. */
interface SourceFile {
  readonly place: string;
  readonly label: string;
  readonly role: 'requirements' | 'constraints';
  readonly includedBy?: string;
  readonly missing?: (cause: unknown) => Fault;
}

/**
 * Reads a requirements file and those that it includes with `-r` and `-c`, from the disk or the web. `${NAME}` is replaced from the
 * environment, as pip does it, so that credentials need not stand in the file.
 *
 * @throws Fault that names the file and line for an option or a requirement that cannot be read or would have to be built.
 */
export async function readRequirements(path: string, options: RequirementsOptions): Promise<Requirements> {
  const reader = new Reader(options);
  await reader.read({ place: path, label: options.label ?? path, role: 'requirements' });
  return reader.result();
}

/**
 * Reads a file of which every line is a constraint, wherever it lies.
 *
 * @param missing makes the failure for a file that is not there.
 */
export async function readConstraints(
  place: string,
  options: RequirementsOptions,
  missing: (cause: unknown) => Fault,
): Promise<Requirements> {
  const reader = new Reader(options);
  await reader.read({ place, label: options.label ?? place, role: 'constraints', missing });
  return reader.result();
}

class Reader {
  private readonly given: RequirementsOptions;
  private readonly collected: Collected = {
    requirements: [],
    constraints: [],
    options: {
      indexUrl: undefined,
      extraIndexUrls: [],
      findLinks: [],
      noIndex: false,
      prereleases: false,
      trustedHosts: [],
    },
    hashesRequired: false,
    notes: new Set(),
    files: new Set(),
  };

  constructor(given: RequirementsOptions) {
    this.given = given;
  }

  result(): Requirements {
    const { requirements, constraints, hashesRequired, options, notes } = this.collected;
    const none = new Set<string>();
    return {
      requirements,
      constraints,
      overrides: [],
      excluded: none,
      indexes: new Map(),
      hashesRequired,
      options,
      excludeNewer: undefined,
      extras: none,
      groups: none,
      notes: [...notes],
    };
  }

  async read(file: SourceFile): Promise<void> {
    // A file that includes itself says nothing new.
    const key = `${file.role} ${file.place}`;
    if (this.collected.files.has(key)) return;
    this.collected.files.add(key);
    for (const { number, text } of logicalLines(fileText(await this.bytesOf(file), file.label))) {
      const origin = `${file.label} line ${number}`;
      try {
        await this.readLine(withVariables(text, this.given.environment ?? {}), file, origin);
      } catch (error) {
        if (isFault(error) && (error.code === 'bad-requirement' || error.code === 'bad-marker')) {
          throw badRequirementLine(origin, error.message, error);
        }
        throw error;
      }
    }
  }

  private async bytesOf({ place, label, includedBy, missing }: SourceFile): Promise<Uint8Array> {
    if (isWeb(place)) {
      const bytes = await this.given.fetchFile(place);
      if (bytes === undefined) throw missing?.(undefined) ?? remoteFileGone(label);
      return bytes;
    }
    try {
      return readFileSync(place);
    } catch (cause) {
      if (missing !== undefined) throw missing(cause);
      throw includedBy === undefined
        ? missingRequirementsFile(label, cause)
        : missingIncludedFile(label, includedBy, cause);
    }
  }

  private async readLine(text: string, file: SourceFile, origin: string): Promise<void> {
    const { requirement, options } = lineParts(text, origin);
    if (requirement === '') {
      for (const option of options) await this.readOption(option, file, origin);
      return;
    }
    const folders = isWeb(file.place) ? [this.workingFolder] : [dirname(file.place), this.workingFolder];
    const asked = fileRequirement(requirement, folders, origin);
    const hashes: string[] = [];
    const otherHashes: OtherHash[] = [];
    for (const option of options) {
      if (option.name === '--hash') {
        const hash = hashOf(option.value, origin);
        if (hash.algorithm === 'sha256') hashes.push(hash.hex);
        else otherHashes.push(hash);
      } else if (option.name === '--config-settings' || option.name === '--global-option') {
        this.note(`${origin}: \`${option.written}\` is for building, and wheels are taken as they are`);
      } else throw badRequirementLine(origin, `\`${option.written}\` stands on a line of its own`);
    }
    this.collected[file.role].push({
      requirement: asked,
      origin,
      hashes,
      ...(otherHashes.length === 0 ? {} : { otherHashes }),
    });
  }

  private async readOption({ name, written, value }: LineOption, file: SourceFile, origin: string): Promise<void> {
    const { options } = this.collected;
    switch (name) {
      case '--requirement':
        return this.read({ ...besideFile(value, file), role: 'requirements', includedBy: origin });
      case '--constraint':
        return this.read({ ...besideFile(value, file), role: 'constraints', includedBy: origin });
      case '--index-url':
        checkIndexAddress(value, `${origin}: \`${written}\``);
        options.indexUrl = value;
        return;
      case '--extra-index-url':
        checkIndexAddress(value, `${origin}: \`${written}\``);
        options.extraIndexUrls = [...options.extraIndexUrls, value];
        return;
      case '--find-links':
        options.findLinks = [...options.findLinks, this.linkOf(value, file, `${origin}: \`${written}\``)];
        return;
      case '--trusted-host':
        options.trustedHosts = [...options.trustedHosts, value];
        return;
      case '--no-index':
        options.noIndex = true;
        return;
      case '--pre':
        options.prereleases = true;
        return;
      case '--require-hashes':
        this.collected.hashesRequired = true;
        return;
      case '--editable':
        throw editableRequirement(origin, value);
      case '--hash':
        throw badRequirementLine(origin, `\`${written}\` belongs to a requirement on the same line`);
      case '--no-binary':
        if (value !== ':none:') this.note(`${origin}: \`${written} ${value}\` is not followed, as nothing is built`);
        return;
      case '--use-feature':
      case '--config-settings':
      case '--global-option':
        return this.note(`${origin}: \`${written}\` has no effect here`);
      case '--only-binary':
      case '--prefer-binary':
        // Wheels only: this is so in any case.
        return;
    }
  }

  /** As in pip, a folder is named from the file when it is there, and else from the working folder. */
  private linkOf(value: string, { place }: SourceFile, origin: string): string {
    const isBeside = !isWeb(place) && !/^[a-z]+:\/\//i.test(value);
    const beside = isBeside ? resolve(dirname(place), value) : value;
    const link = existsSync(beside) ? beside : value;
    checkLink(link, this.workingFolder, origin);
    return link;
  }

  private note(text: string): void {
    this.collected.notes.add(text);
  }

  private get workingFolder(): string {
    return this.given.folder ?? '.';
  }
}

export function isWeb(place: string): boolean {
  return /^https?:/i.test(place);
}

/** An included file, which is named from where the one lies that includes it. */
function besideFile(value: string, { place }: SourceFile): { place: string; label: string } {
  if (isWeb(value)) return { place: value, label: withoutCredentials(value) };
  if (/^file:\/\//i.test(value)) return { place: fileURLToPath(value), label: value };
  if (isWeb(place)) {
    const address = new URL(value, place).href;
    return { place: address, label: withoutCredentials(address) };
  }
  return { place: resolve(dirname(place), value), label: value };
}

function withoutCredentials(address: string): string {
  return address.replace(/^(https?:\/\/)[^/@]*@/i, '$1');
}
