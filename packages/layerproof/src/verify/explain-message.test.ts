import { describe, expect, test } from 'vitest';
import { rulesOfMessage } from './explain-message.ts';
import { RULES } from './rules/index.ts';

describe('rulesOfMessage', () => {
  test('finds every rule by each of its own messages', () => {
    for (const { id, messages } of RULES) {
      for (const message of messages) {
        expect([message, rulesOfMessage(message.replaceAll('…', 'x')).map((rule) => rule.id)]).toEqual([
          message,
          expect.arrayContaining([id]),
        ]);
      }
    }
  });

  // What people have pasted into issues, as Lambda and Node print it.
  test.for([
    [
      "[ERROR] Runtime.ImportModuleError: Unable to import module 'app': cannot import name '_imaging' from 'PIL' (/opt/python/PIL/__init__.py)",
      'wrong-python-abi-tag',
    ],
    [
      "ImportError: /lib64/libc.so.6: version `GLIBC_2.28' not found (required by /opt/python/cryptography/hazmat/bindings/_rust.abi3.so)",
      'glibc-too-new',
    ],
    ["/var/lang/lib/libstdc++.so.6: version `CXXABI_1.3.9' not found", 'glibc-too-new'],
    ['libGL.so.1: cannot open shared object file: No such file or directory', 'missing-shared-library'],
    ['/opt/python/a.so: invalid ELF header', 'wrong-binary-format'],
    ['undefined symbol: PyUnicodeUCS4_DecodeUTF8', 'python-symbol-missing'],
    ["Unable to import module 'lambda_function': No module named 'distutils'", 'removed-standard-library-module'],
    [
      'The module was compiled against a different Node.js version using\nNODE_MODULE_VERSION 108. This version of Node.js requires\nNODE_MODULE_VERSION 127.',
      'wrong-node-abi',
    ],
    ['Error: Could not load the "sharp" module using the linux-x64 runtime', 'npm-platform-package-missing'],
    [
      'An error occurred (InvalidParameterValueException) when calling the PublishLayerVersion operation: Unzipped size must be smaller than 262144000 bytes',
      'unzipped-too-large',
    ],
    ['botocore: cannot import name ‘DEFAULT_CIPHERS’ from ‘urllib3.util.ssl_’', 'runtime-package-clash'],
    ['AttributeError: module "enum" has no attribute "IntFlag"', 'standard-library-shadowed'],
    ['PermissionError: [Errno 13] Permission denied: /opt/python/page.py', 'not-world-readable'],
  ] as const)('%s', ([text, id]) => {
    expect(rulesOfMessage(text).map((rule) => rule.id)).toContain(id);
  });

  test('puts the most telling first', () => {
    const [first] = rulesOfMessage("Unable to import module 'app': No module named 'distutils'");
    expect(first?.id).toBe('removed-standard-library-module');
  });

  test('finds nothing in what is no such message', () => {
    expect(rulesOfMessage('Task timed out after 3.00 seconds')).toEqual([]);
  });
});
