import { Fault } from '@ocr-pipeline/fault';

// Every way that fetching an artifact can fail, in one place. Addresses come without credentials: see `printable`.

const AGAIN = 'Try again later; what was fetched is kept. PIP_RETRIES says how often it is tried.';

export function hashMismatch(name: string, expected: string, actual: string, algorithm = 'sha256'): Fault {
  return new Fault('hash-mismatch', `${name} has ${algorithm} ${actual}, but ${expected} is expected`, {
    hint: 'The file changed on its way or at its source. Build again; when it stays, do not use it, and report it to the index.',
  });
}

export function indexUnreachable(address: string, problem: string, cause?: unknown): Fault {
  return new Fault('index-unreachable', `${address} does not answer: ${problem}`, {
    hint: 'Check the network, the proxy and the index address (PIP_INDEX_URL, pip.conf or uv.toml), or build with `--offline` from the cache.',
    cause,
  });
}

export function indexSilent(address: string, problem: string): Fault {
  return new Fault('index-silent', `${address} took the request and then stopped: ${problem}`, {
    hint: 'Try again later, or be patient for longer: PIP_TIMEOUT or UV_HTTP_TIMEOUT takes seconds.',
  });
}

export function cutOff(address: string, problem: string): Fault {
  return new Fault('download-cut-off', `${address} breaks off each time: ${problem}`, {
    hint: `Something on the way ends long downloads: a proxy, a firewall or the index itself. ${AGAIN}`,
  });
}

export function indexOutage(address: string, status: number): Fault {
  return new Fault('index-outage', `${address} answers ${status}: the index is out of order`, { hint: AGAIN });
}

/** @param wait Milliseconds that the index asks to wait, when they are too many. */
export function indexBusy(address: string, wait: number | undefined): Fault {
  const asked = wait === undefined ? 'after each try' : `and asks to wait for ${Math.ceil(wait / 1000)} s`;
  return new Fault('index-busy', `${address} answers 429, too many requests, ${asked}`, {
    hint: 'Build again later. Where many machines build, keep LAYERPROOF_CACHE_DIR between builds, or use an index that mirrors.',
  });
}

export function indexUnauthorized(address: string, hadCredentials: boolean): Fault {
  return hadCredentials
    ? new Fault('index-credentials-refused', `${address} answers 401 to the credentials that are set for it`, {
        hint: 'Renew the token or correct the password where it is set: the index address, UV_INDEX_<NAME>_PASSWORD, the netrc file or the keyring.',
      })
    : new Fault('index-unauthorized', `${address} answers 401, and no credentials are set for it`, {
        hint: 'Put them into the netrc file or the index address (PIP_INDEX_URL=https://USER:TOKEN@host/simple), or set UV_INDEX_<NAME>_USERNAME and UV_INDEX_<NAME>_PASSWORD.',
      });
}

export function indexForbidden(address: string, hadCredentials: boolean): Fault {
  const who = hadCredentials ? 'the user that is set for it may not read it' : 'it is not for everybody';
  return new Fault('index-forbidden', `${address} answers 403: ${who}`, {
    hint: 'Ask whoever runs the index for the right to read. One that says so of names that it does not have needs `ignore-error-codes = [403]` in uv.toml.',
  });
}

export function indexRefused(address: string, status: number): Fault {
  return new Fault('index-refused', `${address} answers ${status}`, {
    hint: 'Check the index address: its pages are asked for below it, as `<address>/<name>/`.',
  });
}

export function indexRedirects(address: string, problem: string): Fault {
  return new Fault('index-redirects', `${address} leads nowhere: ${problem}`, {
    hint: 'Check the index address (PIP_INDEX_URL, pip.conf or uv.toml) in a browser: it redirects without an end.',
  });
}

export function answerTooLarge(address: string, most: number): Fault {
  return new Fault(
    'answer-too-large',
    `${address} sends more than ${most} bytes where a page or METADATA is expected`,
    {
      hint: 'Check the index address (PIP_INDEX_URL, pip.conf or uv.toml): something else answers there.',
    },
  );
}

export function untrustedCertificate(address: string, problem: string, cause: unknown): Fault {
  return new Fault(
    'certificate-untrusted',
    `${address} has a certificate of an authority that is not trusted: ${problem}`,
    {
      hint: 'Name the file of the authority (your organisation has it) in PIP_CERT, SSL_CERT_FILE or pip.conf as `cert`; UV_NATIVE_TLS=1 trusts what the system trusts.',
      cause,
    },
  );
}

export function badServerCertificate(address: string, problem: string, cause: unknown): Fault {
  return new Fault('certificate-expired', `${address} has a certificate that is not valid today: ${problem}`, {
    hint: 'Check the clock of this machine; when it is right, whoever runs the server has to renew the certificate.',
    cause,
  });
}

export function wrongHostCertificate(address: string, names: string, cause: unknown): Fault {
  return new Fault('certificate-wrong-host', `${address} has a certificate for ${names}`, {
    hint: 'Use the host name that the certificate is for. Something may also answer in the place of the server: a proxy, or a login page of the network.',
    cause,
  });
}

export function tlsFailed(address: string, problem: string, cause: unknown): Fault {
  return new Fault('index-tls', `${address} and this machine find no common TLS: ${problem}`, {
    hint: 'Check whether the server speaks TLS at that port (`https:` or `http:`), and whether it asks for a client certificate (PIP_CLIENT_CERT).',
    cause,
  });
}

export function badProxy(problem: string): Fault {
  return new Fault('bad-proxy', `The proxy cannot be used: ${problem}`, {
    hint: 'Set HTTPS_PROXY, HTTP_PROXY, ALL_PROXY or PIP_PROXY to an address such as `http://proxy:3128`.',
  });
}

export function proxyUnreachable(address: string, problem: string, cause: unknown): Fault {
  return new Fault('proxy-unreachable', `The proxy for ${address} does not answer: ${problem}`, {
    hint: 'Check HTTPS_PROXY, HTTP_PROXY, ALL_PROXY or PIP_PROXY, or name the host in NO_PROXY to ask it directly.',
    cause,
  });
}

export function proxyUnauthorized(address: string): Fault {
  return new Fault('proxy-unauthorized', `The proxy for ${address} answers 407: it wants credentials, or other ones`, {
    hint: 'Put them into the address of the proxy: `http://USER:PASSWORD@proxy:3128`, percent-encoded.',
  });
}

export function proxyRefused(address: string, status: number): Fault {
  return new Fault('proxy-refused', `The proxy for ${address} answers ${status} and makes no connection`, {
    hint: 'Ask whoever runs the proxy to let the host through, or name the host in NO_PROXY to ask it directly.',
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

export function badCertificateFile(origin: string, path: string, problem: string, cause?: unknown): Fault {
  return new Fault('bad-certificate-file', `${origin} names ${path}, ${problem}`, {
    hint: `Correct ${origin}, or remove it to trust the certificates that come with Node.`,
    cause,
  });
}

export function cacheNotWritable(path: string, reason: string, cause: unknown): Fault {
  return new Fault('cache-not-writable', `The cache cannot keep ${path}: ${reason}`, {
    hint: 'Make room there, or name a folder that can be written to in LAYERPROOF_CACHE_DIR.',
    cause,
  });
}
