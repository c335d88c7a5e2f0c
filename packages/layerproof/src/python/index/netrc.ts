import { existsSync, readFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The `Authorization` header for a host from the netrc file, which pip and uv read: `NETRC`, else `.netrc` or `_netrc` in the
 * home folder. Undefined when it says nothing of the host.
 */
export function netrcAuthorization(
  host: string,
  environment: Environment,
  home: string = homedir(),
): string | undefined {
  const path = [environment['NETRC'], join(home, '.netrc'), join(home, '_netrc')].find(
    (candidate) => candidate !== undefined && candidate !== '' && existsSync(candidate),
  );
  if (path === undefined) return undefined;
  const entry = findEntry(readFileSync(path, 'utf8'), host);
  if (entry === undefined) return undefined;
  return `Basic ${Buffer.from(`${entry.login}:${entry.password}`, 'utf8').toString('base64')}`;
}

interface Entry {
  login: string;
  password: string;
}

/** The entry of the host, else the default one (netrc(5): words apart by any space, `macdef` up to an empty line). */
function findEntry(text: string, host: string): Entry | undefined {
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
    } else if (current !== undefined && word === 'login') current.login = words[++at] ?? '';
    else if (current !== undefined && word === 'password') current.password = words[++at] ?? '';
  }
  return entries.get(`machine ${host}`) ?? entries.get('default');
}
