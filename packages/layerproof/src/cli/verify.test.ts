import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { elfBytes } from '../formats/testing/elf-bytes.ts';
import { zipBytes } from '../formats/testing/zip-bytes.ts';
import { runSession, session } from './testing/session.ts';

let cwd = '';
beforeAll(() => {
  cwd = mkdtempSync(join(tmpdir(), 'verify-'));
  const library = elfBytes({ needed: ['libc.so.6'], versionNeeds: { 'libc.so.6': ['GLIBC_2.14'] } });
  const metadata = 'Metadata-Version: 2.1\nName: requests\nVersion: 2.31.0\nRequires-Dist: idna<4,>=2.5\n';
  writeFileSync(
    join(cwd, 'good.zip'),
    zipBytes([
      { name: 'python/PIL/_imaging.cpython-39-x86_64-linux-gnu.so', data: library },
      { name: 'python/PIL/__init__.py', data: 'x = 1\n'.repeat(1000) },
      { name: 'python/pillow-9.5.0.dist-info/METADATA', data: 'Name: Pillow\nVersion: 9.5.0\n' },
      { name: 'nodejs/node_modules/semver/package.json', data: '{"name":"semver","version":"7.6.0"}' },
    ]),
  );
  writeFileSync(
    join(cwd, 'bad.zip'),
    zipBytes([
      { name: 'python/PIL/_imaging.cpython-37m-x86_64-linux-gnu.so', data: library },
      { name: 'python/PIL/_webp.cpython-37m-x86_64-linux-gnu.so', data: library },
      { name: 'python/requests-2.31.0.dist-info/METADATA', data: metadata },
      { name: 'python/cache', data: '/tmp/cache', mode: 0o120777 },
    ]),
  );
  writeFileSync(join(cwd, 'page.zip'), '<html>404</html>');
});
afterAll(() => rmSync(cwd, { recursive: true }));

/** How many rules there are is no matter of this test. */
const run = async (...argv: string[]) => (await session(argv, { cwd })).replace(/from \d+ rules/, 'from all rules');
const TARGET = ['--runtime', 'python3.9', '--arch', 'x86_64'];

describe('layerproof verify', () => {
  test('says how far the proof goes when it finds nothing', async () => {
    expect(await run('verify', 'good.zip', ...TARGET)).toMatchInlineSnapshot(`
      "$ layerproof verify good.zip --runtime python3.9 --arch x86_64
      stderr: python3.9/x86_64: no findings from all rules (proof: static)
      exit 0"
    `);
  });

  test('prints findings by rule, each rule with its fix', async () => {
    expect(await run('verify', 'bad.zip', ...TARGET)).toMatchInlineSnapshot(`
      "$ layerproof verify bad.zip --runtime python3.9 --arch x86_64
      error[wrong-python-abi-tag] An extension module is named for another Python (2)
        built for cpython-37m (Python 3.7), but python3.9 loads only .cpython-39-x86_64-linux-gnu.so, .abi3.so and .so:
          python/PIL/_imaging.cpython-37m-x86_64-linux-gnu.so
          python/PIL/_webp.cpython-37m-x86_64-linux-gnu.so
        fix: Build the layer again with \`layerproof build requirements.txt --runtime python3.9 --arch x86_64\`: it takes the wheels of that Python, whatever Python this machine has.

      error[missing-distribution] A Python package is in the layer without a package that it needs
        python/requests-2.31.0.dist-info/METADATA: requests 2.31.0 needs idna<4,>=2.5, which is neither in the layer nor in python3.9
        fix: Build the layer again with \`layerproof build requirements.txt --runtime python3.9 --arch x86_64\`: it resolves what each package needs, for the Python of the function. Or add the missing package to the layer.

      warning[path-escapes] A path leads out of the layer, or is no path on Linux
        python/cache: is a symbolic link to /tmp/cache, but only /opt is the layer's own
        fix: Put the file itself in the place of the link, or link to a file of the layer.
      stderr: python3.9/x86_64: 3 errors, 1 warning from all rules (proof: static)
      exit 1"
    `);
  });

  test('exits 0 when the rules with errors are left out', async () => {
    const ignored = ['--ignore', 'wrong-python-abi-tag', '--ignore', 'missing-distribution'];
    const { exit, stdout } = await runSession(['verify', 'bad.zip', ...TARGET, ...ignored], { cwd });
    expect(exit).toBe(0);
    expect(stdout).toContain('warning[path-escapes]');
  });

  test('prints the report as JSON', async () => {
    const { exit, stdout } = await runSession(['verify', 'bad.zip', ...TARGET, '--format', 'json'], { cwd });
    expect(exit).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({
      target: 'python3.9/x86_64',
      proof: 'static',
      findings: [{ rule: 'wrong-python-abi-tag', severity: 'error' }, {}, { rule: 'missing-distribution' }, {}],
    });
  });

  test.each([
    ['no layer', ['verify', ...TARGET], 'missing-argument'],
    ['no runtime', ['verify', 'good.zip', '--arch', 'x86_64'], 'missing-argument'],
    ['no architecture', ['verify', 'good.zip', '--runtime', 'python3.9'], 'missing-argument'],
    ['an unknown runtime', ['verify', 'good.zip', '--runtime', 'python2.7', '--arch', 'x86_64'], 'unknown-runtime'],
    ['an unknown format', ['verify', 'good.zip', ...TARGET, '--format', 'xml'], 'bad-argument'],
    ['an unknown rule', ['verify', 'good.zip', ...TARGET, '--ignore', 'nothing'], 'unknown-rule'],
    ['a file that is not there', ['verify', 'none.zip', ...TARGET], 'layer-not-found'],
    ['a file that is no zip', ['verify', 'page.zip', ...TARGET], 'not-a-zip'],
    ['no rule to explain', ['explain'], 'missing-argument'],
    ['a rule that there is not', ['explain', 'nothing'], 'unknown-rule'],
    ['nothing to inspect', ['inspect'], 'missing-argument'],
  ])('%s is a fault', async (_, argv, code) => {
    const { exit, transcript, stdout } = await runSession(argv, { cwd });
    expect({ exit, stdout }).toEqual({ exit: 2, stdout: '' });
    expect(transcript).toContain(`stderr: error[${code}]`);
    expect(transcript).toContain('stderr: hint: ');
  });
});

test('layerproof explain finds the rule of an error that Lambda printed', async () => {
  const transcript = await run(
    'explain',
    "ImportError: /lib64/libc.so.6: version `GLIBC_2.28' not found (required by /opt/python/a.so)",
  );
  expect(transcript).toContain('error[glibc-too-new] ');
  expect(transcript).toContain('exit 0');
  expect(await run('explain', 'Task timed out after 3.00 seconds')).toContain(
    'error[unknown-message]: No rule knows the message `Task timed out after 3.00 seconds`',
  );
});

test('layerproof explain says why and what to do', async () => {
  expect(await run('explain', 'elf-wrong-arch')).toMatchInlineSnapshot(`
    "$ layerproof explain elf-wrong-arch
    error[elf-wrong-arch] A native file is built for another CPU

    Lambda runs the function on one CPU. A library for another one fails at import with \`cannot open shared object file: No such file or directory\`, although the file is there.

    The runtime then says:
      ….so: cannot open shared object file: No such file or directory
      No module named '…'
      wrong ELF class: ELFCLASS32

    fix: Build the layer again with \`layerproof build requirements.txt --runtime R --arch A\`, or install its npm packages with \`npm install --os=linux --cpu=x64 --libc=glibc\` (\`--cpu=arm64\` for arm64), or change the architecture of the function to that of the files.
    exit 0"
  `);
});

describe('layerproof inspect', () => {
  test('shows packages, native files and sizes', async () => {
    expect(await run('inspect', 'good.zip')).toMatchInlineSnapshot(`
      "$ layerproof inspect good.zip
      4 files, 7 kB, 1 kB zipped

      packages (2)
        python  pillow  9.5.0  python
        npm     semver  7.6.0  nodejs/node_modules

      native files (1)
        python/PIL/_imaging.cpython-39-x86_64-linux-gnu.so
          elf x86_64 .cpython-39-x86_64-linux-gnu.so
          needs libc.so.6
          up to GLIBC_2.14

      sizes
        7 kB, 1 kB zipped  python (3 files)
          7 kB, 1 kB zipped  python/PIL (2 files)
          1 kB, 1 kB zipped  python/pillow-9.5.0.dist-info
        1 kB, 1 kB zipped  nodejs
          1 kB, 1 kB zipped  nodejs/node_modules
      exit 0"
    `);
  });

  test('prints everything as JSON', async () => {
    const { stdout } = await runSession(['inspect', 'good.zip', '--json'], { cwd });
    expect(JSON.parse(stdout)).toMatchObject({
      files: 4,
      natives: [{ format: 'elf', cpus: ['x86_64'], needs: ['libc.so.6'], versions: ['GLIBC_2.14'] }],
      packages: [{ name: 'pillow' }, { name: 'semver', version: '7.6.0', kind: 'npm' }],
    });
  });
});
