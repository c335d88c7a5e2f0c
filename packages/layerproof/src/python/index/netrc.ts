import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { basicAuthorization } from '../../artifact/address.ts';
import { readConfigurationFile } from './configuration-file.ts';
import type { Machine } from './index-source.ts';

interface Entry {
  login: string;
  password: string;
}

/**
 * The netrc file, which pip and uv read: `NETRC`, else `.netrc` or `_netrc` in the home folder. Gives the `Authorization` header
 * for a host, and undefined where it says nothing of it. Read when the first host is asked for.
 *
 * @throws Fault `bad-configuration` when the file cannot be read.
 */
export function netrcBook({ environment, home = homedir() }: Machine): (host: string) => string | undefined {
  let entries: ReadonlyMap<string, Entry> | undefined;
  return (host) => {
    entries ??= readEntries(environment['NETRC'], home);
    const entry = entries.get(`machine ${host}`) ?? entries.get('default');
    return entry === undefined ? undefined : basicAuthorization(entry.login, entry.password);
  };
}

function readEntries(chosen: string | undefined, home: string): ReadonlyMap<string, Entry> {
  const path = [chosen, join(home, '.netrc'), join(home, '_netrc')].find(
    (candidate) => candidate !== undefined && candidate !== '' && existsSync(candidate),
  );
  return parseNetrc(path === undefined ? '' : (readConfigurationFile(path) ?? ''));
}

/** Entries by `machine <host>` or `default` (netrc(5): words apart by any space, `macdef` up to an empty line). */
function parseNetrc(text: string): ReadonlyMap<string, Entry> {
  const words = text
    .replace(/^macdef[\s\S]*?(?:\r?\n\r?\n|(?![\s\S]))/gm, '')
    .replace(/(^|\s)#.*$/gm, '')
    .split(/\s+/);
  const entries = new Map<string, Entry>();
  let current: Entry | undefined;
  for (let at = 0; at < words.length; at++) {
    const word = words[at];
    if (word === 'machine' || word === 'default') {
      current = { login: '', password: '' };
      const name = word === 'default' ? 'default' : `machine ${words[++at] ?? ''}`;
      if (!entries.has(name)) entries.set(name, current);
    } else if (current !== undefined && word === 'login') current.login = unquoted(words[++at]);
    else if (current !== undefined && word === 'password') current.password = unquoted(words[++at]);
    else if (word === 'account') at++;
  }
  return entries;
}

/** Python's `netrc` takes words in double quotes. */
function unquoted(word = ''): string {
  return word.replace(/^"(.*)"$/, '$1');
}
