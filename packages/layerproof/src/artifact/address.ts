/** An address without its user name, password, query and fragment, as it may be shown to people. */
export function printable(address: string): string {
  if (!URL.canParse(address)) return address.replace(/\/\/[^/]*@/, '//');
  const url = new URL(address);
  url.username = '';
  url.password = '';
  url.search = '';
  url.hash = '';
  return url.href;
}

/** A text of somebody else, such as a line of a requirements file, with what is secret taken out of the addresses in it. */
export function withoutCredentials(text: string): string {
  return text
    .replaceAll(/(\b[a-z][a-z\d+.-]*:\/\/)[^\s/?#]*@/gi, '$1')
    .replaceAll(/(\b[a-z][a-z\d+.-]*:\/\/[^\s?#]*\?)[^\s#]*/gi, '$1…');
}

/** An address taken apart: what may be kept and shown, and what may not. */
export interface SplitAddress {
  /** Without credentials. */
  readonly url: string;
  readonly user: string | undefined;
  readonly password: string | undefined;
  /** The `Authorization` header that they make (RFC 7617). A token often stands alone, as the user. */
  readonly authorization: string | undefined;
}

/** The address without credentials, and these; undefined when there are none. */
export function splitCredentials(address: string): SplitAddress {
  const url = new URL(address);
  if (url.username === '' && url.password === '') {
    return { url: url.href, user: undefined, password: undefined, authorization: undefined };
  }
  const user = percentDecoded(url.username);
  const password = url.password === '' ? undefined : percentDecoded(url.password);
  url.username = '';
  url.password = '';
  return { url: url.href, user, password, authorization: basicAuthorization(user, password ?? '') };
}

export function basicAuthorization(user: string, password: string): string {
  return `Basic ${Buffer.from(`${user}:${password}`, 'utf8').toString('base64')}`;
}

/** A percent sign that stands for itself, as in a password that nobody encoded, stays. */
export function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
