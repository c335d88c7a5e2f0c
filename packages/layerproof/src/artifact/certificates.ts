import { readdirSync, readFileSync, statSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import * as tls from 'node:tls';
import { badCertificateFile } from './faults.ts';

/** A file that configuration names, with who names it, for messages: `PIP_CERT`, `cert of pip.conf`. */
export interface NamedFile {
  readonly path: string;
  readonly origin: string;
}

/** Whom TLS trusts, and who this client is. */
export interface TrustSettings {
  readonly file: NamedFile | undefined;
  /** Folders of certificates, apart by the platform's `PATH` delimiter. */
  readonly folders: NamedFile | undefined;
  /** A file whose certificates Node has already. */
  readonly known: string | undefined;
  readonly client: NamedFile | undefined;
  readonly trustedHosts: readonly string[];
  readonly system: boolean;
}

const CERTIFICATE = /-----BEGIN CERTIFICATE-----[\s\S]*?-----END CERTIFICATE-----/g;

/**
 * The certificates and the key for TLS. Undefined when Node's own are enough: making a context of a hundred certificates takes
 * time, and Node's own is shared.
 *
 * @throws Fault `bad-certificate-file` for a file that cannot be read or holds no certificate.
 */
export function secureContext(settings: TrustSettings): tls.SecureContext | undefined {
  const extra = extraCertificates(settings);
  const client = settings.client === undefined ? undefined : readClientCertificate(settings.client);
  if (extra.length === 0 && client === undefined) return undefined;
  const ca = [...tls.getCACertificates('default'), ...extra];
  return tls.createSecureContext({ ca, ...(client === undefined ? {} : { cert: client, key: client }) });
}

function extraCertificates({ file, folders, known, system }: TrustSettings): string[] {
  const named = [
    ...(file === undefined || file.path === known ? [] : readFileOrFolder(file)),
    ...(folders === undefined ? [] : readFolders(folders)),
    ...(system ? tls.getCACertificates('system') : []),
  ];
  if (named.length === 0) return [];
  const own = new Set(tls.getCACertificates('default').map((text) => text.trim()));
  return [...new Set(named)].filter((text) => !own.has(text.trim()));
}

/** requests takes a folder as well. */
function readFileOrFolder(file: NamedFile): string[] {
  if (statSync(file.path, { throwIfNoEntry: false })?.isDirectory() === true) return readFolders(file);
  const found = read(file).match(CERTIFICATE);
  if (found === null) throw badCertificateFile(file.origin, file.path, 'which holds no PEM certificate');
  return found;
}

/** Every certificate in the folders. OpenSSL passes over one that is not there, and over files that are something else. */
function readFolders({ path, origin }: NamedFile): string[] {
  return path.split(delimiter).flatMap((folder) => {
    if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true) return [];
    return readdirSync(folder).flatMap((name) => {
      const file = join(folder, name);
      // A bundle of all of them often lies beside them, and links to files that were removed.
      if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true) return [];
      return read({ path: file, origin }).match(CERTIFICATE) ?? [];
    });
  });
}

function readClientCertificate(file: NamedFile): string {
  const text = read(file);
  const isWhole = /-----BEGIN CERTIFICATE-----/.test(text) && /-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text);
  if (!isWhole) throw badCertificateFile(file.origin, file.path, 'which does not hold a certificate and its key');
  return text;
}

function read({ path, origin }: NamedFile): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw badCertificateFile(origin, path, 'which cannot be read', cause);
  }
}
