import { makeWheel } from '../../../python/testing/make-wheel.ts';
import { type Case, TARGET } from './world.ts';

const PAGE = makeWheel({ name: 'page', version: '1.0' });
const BUILD = ['requirements.txt', ...TARGET];
const SHA256 = '0'.repeat(64);

function lock(text: string, more: Partial<Case> = {}): Partial<Case> & Pick<Case, 'argv' | 'prepare'> {
  return { wheels: [PAGE], argv: ['pylock.toml', ...TARGET], prepare: ({ put }) => put('pylock.toml', text), ...more };
}

const wheel = (more: string) =>
  `lock-version = "1.0"\ncreated-by = "hand"\n[[packages]]\nname = "page"\nversion = "1.0"\n${more}`;

/** What is wrong with where the layer or the cache should lie. */
export const PLACE_CASES: readonly Case[] = [
  {
    what: 'a folder lies where the layer should',
    code: 'output-not-writable',
    wheels: [PAGE],
    argv: [...BUILD, '-o', 'taken'],
    prepare: ({ put }) => put('taken/file', ''),
  },
  {
    what: 'a file lies where the folder of the layer should',
    code: 'output-not-writable',
    wheels: [PAGE],
    argv: [...BUILD, '-o', 'taken/layer.zip'],
    prepare: ({ put }) => put('taken', ''),
  },
  {
    what: 'the name is too long',
    code: 'output-not-writable',
    wheels: [PAGE],
    argv: [...BUILD, '-o', `${'x'.repeat(300)}.zip`],
  },
  {
    what: 'the layer would take the place of an input',
    code: 'output-is-input',
    wheels: [PAGE],
    argv: [...BUILD, '-o', 'requirements.txt'],
  },
  {
    what: 'the lock would take the place of the layer',
    code: 'output-twice',
    wheels: [PAGE],
    argv: [...BUILD, '--lock', 'layer.zip'],
  },
  {
    what: 'a file lies where the cache should',
    code: 'cache-not-writable',
    wheels: [PAGE],
    prepare: ({ put }) => put('cache', ''),
  },
];

const project = (text: string, more: readonly string[] = []): Pick<Case, 'wheels' | 'argv' | 'prepare'> => ({
  wheels: [PAGE],
  argv: ['pyproject.toml', ...TARGET, ...more],
  prepare: ({ put }) => put('pyproject.toml', text),
});

const PROJECT = '[project]\nname = "mine"\nversion = "1.0"\n';

/** What is wrong with a project, or with what is asked of it. */
export const PROJECT_CASES: readonly Case[] = [
  {
    what: 'an extra that nobody has',
    code: 'unknown-extra',
    ...project(`${PROJECT}dependencies = ["page"]\n`, ['--extra', 'speed']),
  },
  {
    what: 'a group that nobody has',
    code: 'unknown-group',
    ...project(`${PROJECT}dependencies = ["page"]\n`, ['--group', 'dev']),
  },
  {
    what: 'a project for other Pythons',
    code: 'project-for-other-python',
    ...project(`${PROJECT}requires-python = ">=3.14"\ndependencies = ["page"]\n`),
  },
  {
    what: 'dependencies that only a build tells',
    code: 'dynamic-dependencies',
    ...project(`${PROJECT}dynamic = ["dependencies"]\n`),
  },
  { what: 'a project that is not TOML', code: 'bad-project', ...project('[project') },
  {
    what: 'a frozen build without a lock',
    code: 'frozen-lock-missing',
    ...project(`${PROJECT}dependencies = ["page"]\n`, ['--frozen']),
  },
  {
    what: 'a frozen build whose lock is of other inputs',
    code: 'frozen-lock-differs',
    wheels: [PAGE],
    argv: [...BUILD, '--frozen'],
    prepare: ({ put }) =>
      put('pylock.toml', `${wheel('')}[tool.layerproof]\ntarget = "python3.13/x86_64"\ninputs = "0"\n`),
  },
  {
    what: 'the lock of another tool lies where ours would',
    code: 'lock-of-another-tool',
    wheels: [PAGE],
    prepare: ({ put }) => put('pylock.toml', 'lock-version = "1.0"\ncreated-by = "hand"\npackages = []\n'),
  },
  {
    what: 'a moment that is none',
    code: 'bad-moment',
    wheels: [PAGE],
    argv: [...BUILD, '--exclude-newer', 'yesterday'],
  },
];

/** What is wrong with a lock. */
export const LOCK_CASES: readonly Case[] = [
  { what: 'a lock that is not TOML', code: 'lock-not-toml', ...lock('lock-version = [') },
  {
    what: 'the lock of PDM',
    code: 'lock-of-pdm',
    argv: ['pdm.lock', ...TARGET],
    prepare: ({ put }) => put('pdm.lock', '[metadata]\nlock_version = "4.5.0"\n'),
  },
  { what: 'a lock of a version to come', code: 'lock-version-unknown', ...lock('lock-version = "2.0"\n') },
  {
    what: 'a lock made for another target',
    code: 'lock-for-other-target',
    ...lock('lock-version = "1.0"\n[tool.layerproof]\ntarget = "python3.9/arm64"\n'),
  },
  {
    what: 'a lock for another Python',
    code: 'lock-for-other-target',
    ...lock('lock-version = "1.0"\nrequires-python = "<3.10"\n'),
  },
  {
    what: 'a lock without a hash',
    code: 'lock-without-hash',
    ...lock(wheel(`wheels = [{ name = "${PAGE.fileName}", url = "https://files.example/${PAGE.fileName}" }]\n`)),
  },
  {
    what: 'a lock with a hash that is none',
    code: 'lock-bad-hash',
    ...lock(
      wheel(
        `wheels = [{ name = "${PAGE.fileName}", url = "https://files.example/${PAGE.fileName}", hashes = { sha256 = "../../x" } }]\n`,
      ),
    ),
  },
  {
    what: 'a lock whose package is a source archive',
    code: 'locked-as-source',
    ...lock(
      wheel(
        `sdist = { name = "page-1.0.tar.gz", url = "https://files.example/page-1.0.tar.gz", hashes = { sha256 = "${SHA256}" } }\n`,
      ),
    ),
  },
  {
    what: 'a lock whose wheel is not in its folder',
    code: 'missing-wheel',
    ...lock(
      wheel(
        `wheels = [{ name = "${PAGE.fileName}", path = "wheels/${PAGE.fileName}", hashes = { sha256 = "${SHA256}" } }]\n`,
      ),
    ),
  },
  {
    what: 'a lock whose wheel was changed',
    code: 'hash-mismatch',
    ...lock(
      wheel(`wheels = [{ name = "${PAGE.fileName}", path = "${PAGE.fileName}", hashes = { sha256 = "${SHA256}" } }]\n`),
    ),
    prepare({ put }) {
      put(PAGE.fileName, PAGE.bytes);
      put(
        'pylock.toml',
        wheel(
          `wheels = [{ name = "${PAGE.fileName}", path = "${PAGE.fileName}", hashes = { sha256 = "${SHA256}" } }]\n`,
        ),
      );
    },
  },
  {
    what: 'a lock without addresses has a project in quarantine',
    code: 'distribution-quarantined',
    wheels: [PAGE],
    index: { status: { page: { status: 'quarantined', reason: 'it steals passwords' } } },
    argv: ['Pipfile.lock', ...TARGET],
    prepare: ({ put }) =>
      put(
        'Pipfile.lock',
        JSON.stringify({
          _meta: { 'pipfile-spec': 6, requires: {}, sources: [] },
          default: { page: { hashes: [`sha256:${PAGE.sha256}`], version: '==1.0' } },
          develop: {},
        }),
      ),
  },
  {
    what: 'a lock with a wheel for another CPU',
    code: 'no-matching-wheel',
    ...lock(
      wheel(
        `wheels = [{ name = "page-1.0-cp313-cp313-manylinux_2_17_aarch64.whl", url = "https://files.example/page-1.0-cp313-cp313-manylinux_2_17_aarch64.whl", hashes = { sha256 = "${SHA256}" } }]\n`,
      ),
    ),
  },
];
