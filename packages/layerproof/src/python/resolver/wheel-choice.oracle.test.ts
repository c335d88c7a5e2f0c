import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { describe, expect } from 'vitest';
import { answers, testWithTool } from '../../../../../test/tools.ts';
import { PLATFORM_CPU, wheelTags } from '../../target/platform-tags.ts';
import { type Architecture, KNOWN_RUNTIMES, parseTarget } from '../../target/target.ts';
import { wheelFile } from '../testing/table-index.ts';
import { wheelChooser } from './wheel-choice.ts';

/**
 * The tags that pip's own `packaging.tags` gives for its interpreter, with the CPU and the C library of another machine: what
 * `pip install` goes by, in `get_supported` of its compatibility_tags.py.
 */
const PROGRAM = `
import sys, sysconfig
from pip._vendor.packaging import _manylinux, tags
cpu, minor = sys.argv[1], int(sys.argv[2])
_manylinux._get_glibc_version = lambda: (2, minor)
_manylinux._have_compatible_abi = lambda *_: True
sysconfig.get_platform = lambda: "linux-" + cpu
interpreter = "cp%d%d" % sys.version_info[:2]
for tag in [*tags.cpython_tags(), *tags.compatible_tags(interpreter=interpreter)]:
    print(tag)
`;

/** One wheel for each way that a tag can be right or wrong; which of them fits depends on the target. */
function offered(abi: string, cpu: string): string[] {
  const ours = `cp${abi.replace(/\D/g, '')}`;
  const platforms = [
    'manylinux1',
    'manylinux2010',
    'manylinux2014',
    'manylinux_2_5',
    'manylinux_2_26',
    'manylinux_2_27',
  ];
  const more = ['manylinux_2_28', 'manylinux_2_34', 'manylinux_2_35', 'musllinux_1_2', 'linux'];
  return [
    ...[...platforms, ...more].map((platform) => `${ours}-${abi}-${platform}_${cpu}`),
    ...[...platforms, ...more].map((platform) => `cp36-abi3-${platform}_${cpu}`),
    `${ours}-${abi}-manylinux_2_17_${cpu === 'x86_64' ? 'i686' : 'armv7l'}`,
    `${ours}-${abi}t-manylinux_2_17_${cpu}`,
    `${ours}-abi3t-manylinux_2_17_${cpu}`,
    `cp399-abi3-manylinux_2_17_${cpu}`,
    `py3-none-manylinux_2_17_${cpu}`,
    `${ours}-none-any`,
    'py3-none-any',
    'py2.py3-none-any',
    'py2-none-any',
  ];
}

/** The others are too old or too new to be on every machine that builds; they are looked at where they are. */
const REQUIRED = new Set(['python3.9', 'python3.10', 'python3.11', 'python3.12', 'python3.13']);
const RUNTIMES = KNOWN_RUNTIMES.filter(
  (runtime) => REQUIRED.has(runtime) || (runtime.startsWith('python') && interpreterOf(runtime) !== undefined),
);

describe.each(RUNTIMES)('%s, as pip of its own CPython chooses', (runtime) => {
  const python = interpreterOf(runtime);
  const withPython = testWithTool(`pip of ${runtime}`, python !== undefined);
  withPython.for(['x86_64', 'arm64'] as const)('on %s', (architecture) => {
    const target = targetOf(runtime, architecture);
    if (target === undefined || python === undefined) return;
    const cpu = PLATFORM_CPU[architecture];
    const minor = target.facts.glibc.split('.')[1] ?? '';
    const byPip = execFileSync(python, ['-c', PROGRAM, cpu, minor], { encoding: 'utf8' }).trim().split('\n');
    expect(wheelTags(target)).toEqual(byPip);

    // Taken away one after the other, so that each of them is the best once.
    const chooser = wheelChooser(target);
    const rest = new Set(offered(target.facts.python?.abi ?? '', cpu));
    const chosen: (string | undefined)[] = [];
    const wanted = byPip.filter((tag) => rest.has(tag));
    for (;;) {
      const wheels = [...rest].map((tag) => wheelFile(`a-1-${tag}.whl`, {}));
      const choice = chooser.choose(wheels, { isPinned: false, hashes: undefined });
      if (choice.kind === 'none') break;
      const tag = [...rest].find((one) => choice.wheel.name.fileName === `a-1-${one}.whl`);
      chosen.push(tag);
      rest.delete(tag ?? '');
    }
    expect(chosen.filter((tag) => tag !== 'py2.py3-none-any')).toEqual(wanted);
    expect(wanted.length).toBeGreaterThan(5);
  });
});

/** python3.7 knows one architecture alone. */
function targetOf(runtime: string, architecture: Architecture) {
  return runtime === 'python3.7' && architecture === 'arm64' ? undefined : parseTarget(runtime, architecture);
}

/** A CPython of the runtime's version with pip: of the PATH, or of pyenv. */
function interpreterOf(runtime: string): string | undefined {
  const folder = join(process.env['PYENV_ROOT'] ?? join(homedir(), '.pyenv'), 'versions');
  const version = runtime.slice('python'.length);
  const versions = existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith(`${version}.`)) : [];
  const places = [runtime, ...versions.map((name) => join(folder, name, 'bin', runtime))];
  return places.find((place) => answers([place, '-c', 'import pip._vendor.packaging.tags']));
}
