import { Fault } from '@ocr-pipeline/fault';

// Every way that fetching an artifact can fail, in one place. Addresses come without credentials: see `printable`.

export function hashMismatch(name: string, expected: string, actual: string): Fault {
  return new Fault('hash-mismatch', `${name} has sha256 ${actual}, but ${expected} is expected`, {
    hint: 'The file changed on its way or at its source. Build again; when it stays, do not use it, and report it to the index.',
  });
}

export function indexUnreachable(address: string, problem: string, cause?: unknown): Fault {
  return new Fault('index-unreachable', `${address} does not answer: ${problem}`, {
    hint: 'Check the network, the proxy and the index address (PIP_INDEX_URL, pip.conf or uv.toml), or build with `--offline` from the cache.',
    cause,
  });
}

export function indexRefused(address: string, status: number): Fault {
  return new Fault('index-refused', `${address} answers ${status}`, {
    hint: 'The index wants credentials, or other ones. Put them into the index address (PIP_INDEX_URL) or into the netrc file.',
  });
}

export function artifactGone(address: string): Fault {
  return new Fault('artifact-gone', `${address} is named by its index, but is not there (404)`, {
    hint: 'The file was removed after the index page or the lock was made. Resolve again without the lock, or pin another version.',
  });
}

export function notInCache(name: string): Fault {
  return new Fault('not-in-cache', `${name} is not in the cache, and --offline forbids to fetch it`, {
    hint: 'Build once without `--offline`, or copy a cache that has it and name its folder in LAYERPROOF_CACHE_DIR.',
  });
}

export function badCertificateFile(variable: string, path: string, cause: unknown): Fault {
  return new Fault('bad-certificate-file', `${variable} names ${path}, which cannot be read`, {
    hint: `Correct ${variable}, or remove it to trust the certificates that come with Node.`,
    cause,
  });
}

export function cacheNotWritable(path: string, reason: string, cause: unknown): Fault {
  return new Fault('cache-not-writable', `The cache cannot keep ${path}: ${reason}`, {
    hint: 'Make room there, or name a folder that can be written to in LAYERPROOF_CACHE_DIR.',
    cause,
  });
}
