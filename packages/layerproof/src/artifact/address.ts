/** An address without its user name, password, query and fragment, as it may be shown to people. */
export function printable(address: string): string {
  if (!URL.canParse(address)) return address.replace(/\/\/[^/@]*@/, '//');
  const url = new URL(address);
  url.username = '';
  url.password = '';
  url.search = '';
  url.hash = '';
  return url.href;
}

/** The address without credentials, and the `Authorization` header that they make (RFC 7617); undefined when there are none. */
export function splitCredentials(address: string): {
  readonly url: string;
  readonly authorization: string | undefined;
} {
  const url = new URL(address);
  if (url.username === '' && url.password === '') return { url: url.href, authorization: undefined };
  const pair = `${decodeURIComponent(url.username)}:${decodeURIComponent(url.password)}`;
  url.username = '';
  url.password = '';
  return { url: url.href, authorization: `Basic ${Buffer.from(pair, 'utf8').toString('base64')}` };
}
