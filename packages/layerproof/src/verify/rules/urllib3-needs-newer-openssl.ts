import { isInSpecifier } from '../../python/standards/specifier.ts';
import { defineRule } from '../rule.ts';

/**
 * The last Python whose `ssl` is built with OpenSSL 1.0.2 on Lambda: 3.10 and later need 1.1.1 (PEP 644), and of 3.9 the reports
 * disagree.
 */
const LAST_MINOR = 8;

export default defineRule({
  id: 'urllib3-needs-newer-openssl',
  severity: 'error',
  modes: ['R32'],
  summary: 'The OpenSSL of this runtime is too old for urllib3 2',
  why: "Since its version 2, urllib3 looks at import which OpenSSL the `ssl` module was built with, and stops with `urllib3 v2.0 only supports OpenSSL 1.1.1+, currently the 'ssl' module is compiled with 'OpenSSL 1.0.2k-fips'`. The Python runtimes up to python3.8 on Amazon Linux have 1.0.2.",
  messages: ["urllib3 v2.0 only supports OpenSSL 1.1.1+, currently the 'ssl' module is compiled with '…'"],
  fix: 'Pin `urllib3<2`, or raise the runtime of the function.',
  *check({ distributions, target }) {
    const minor = Number(target.facts.python?.version.split('.')[1]);
    if (!(minor <= LAST_MINOR)) return;
    for (const { name, version, root, path } of distributions) {
      if (name !== 'urllib3' || !target.facts.layerFolders.includes(root) || !isInSpecifier(version, '>=2')) continue;
      yield { path, message: `urllib3 ${version} needs OpenSSL 1.1.1, but ${target.runtime} has 1.0.2` };
    }
  },
});
