import { Fault } from '@ocr-pipeline/fault';
import { printable } from '../../artifact/address.ts';

// Every way that asking an index can fail, in one place.

export function notAWheelAddress(address: string): Fault {
  return new Fault('not-a-wheel-address', `${printable(address)} is not the address of a wheel`, {
    hint: 'A direct reference points at a wheel by `https:` or `file:`: layerproof runs no package code, so it takes no source archive and no repository.',
  });
}

export function badIndexPage(address: string, problem: string, cause?: unknown): Fault {
  return new Fault('bad-index-page', `The page of ${printable(address)} cannot be read: ${problem}`, {
    hint: 'Check that the index address ends where the Simple API begins, usually in `/simple`.',
    cause,
  });
}

export function indexPageNotJson(address: string, cause: unknown): Fault {
  return new Fault('index-page-not-json', `${printable(address)} says that it sends JSON, but what came is none`, {
    hint: 'A proxy may have cut or changed the answer. Try again, and open the address in a browser.',
    cause,
  });
}

export function indexPageOfUnknownType(address: string, type: string): Fault {
  const message = `${printable(address)} sends ${type}, but a page of an index is JSON or HTML`;
  return new Fault('index-page-of-unknown-type', message, {
    hint: 'Check the index address (PIP_INDEX_URL, pip.conf or uv.toml): it ends where the Simple API begins, usually in `/simple`.',
  });
}

export function indexOfUnknownVersion(address: string, version: string): Fault {
  const message = `${printable(address)} speaks version ${version} of the Simple API, but 1 is known (PEP 629)`;
  return new Fault('index-of-unknown-version', message, { hint: 'Ask for a newer layerproof, or name another index.' });
}

export function badConfiguration(where: string, problem: string, cause?: unknown): Fault {
  return new Fault('bad-configuration', `Configuration of ${where}: ${problem}`, {
    hint: 'Correct PIP_INDEX_URL, pip.conf or uv.toml: the index is an address such as `https://host/simple`.',
    cause,
  });
}

export function keyringMissing(cause: unknown): Fault {
  return new Fault(
    'keyring-missing',
    'The configuration asks the program `keyring` for passwords, but there is no such program',
    {
      hint: 'Install it (`pipx install keyring`), or remove `keyring-provider` (PIP_KEYRING_PROVIDER, UV_KEYRING_PROVIDER) and use a netrc file.',
      cause,
    },
  );
}
