import { makeWheel } from '../../../python/testing/make-wheel.ts';
import { type Case, TARGET } from './world.ts';

const PAGE = makeWheel({ name: 'page', version: '1.0' });
const PAGE_2 = makeWheel({ name: 'page', version: '2.0' });
const PAGE_3 = makeWheel({ name: 'page', version: '3.0' });
const LETTER = makeWheel({ name: 'letter', version: '1.0', requires: ['page>=2'] });

/** Page 2.0 came to the index a year after the others. */
const LATER: Pick<Case, 'wheels' | 'index' | 'argv'> = {
  wheels: [PAGE, PAGE_2, PAGE_3, LETTER],
  index: {
    uploaded: {
      [PAGE.fileName]: '2024-01-01T12:00:00Z',
      [PAGE_2.fileName]: '2025-03-04T05:06:07.890123Z',
      [PAGE_3.fileName]: '2024-01-01T12:00:00Z',
      [LETTER.fileName]: '2024-01-01T12:00:00Z',
    },
  },
  argv: ['requirements.txt', ...TARGET, '--exclude-newer', '2024-12-31'],
};

/** What is wrong with what is asked for. */
export const REQUIREMENTS_CASES: readonly Case[] = [
  { what: 'no such package', code: 'unknown-distribution', requirements: 'pagee\n', wheels: [PAGE] },
  {
    what: 'a package that only another one asks for does not exist',
    code: 'unknown-distribution',
    requirements: 'letter\n',
    wheels: [LETTER],
  },
  { what: 'an impossible range', code: 'no-matching-version', requirements: 'page>1,<1\n', wheels: [PAGE, PAGE_2] },
  {
    what: 'a version that was never released',
    code: 'no-matching-version',
    requirements: 'page==7\n',
    wheels: [PAGE, PAGE_2],
  },
  {
    what: 'a version that came after the day that counts',
    code: 'no-matching-version',
    ...LATER,
    requirements: 'page==2.*\n',
  },
  {
    what: 'what another one asks for came after the day that counts',
    code: 'no-matching-version',
    ...LATER,
    wheels: [PAGE, PAGE_2, LETTER],
    requirements: 'letter\n',
  },
  {
    what: 'two ranges that only a version of after the day that counts lies in',
    code: 'conflicting-requirements',
    ...LATER,
    requirements: 'page>=2\npage<3\n',
  },
  {
    what: 'nothing is as old as the day that counts',
    code: 'no-matching-version',
    ...LATER,
    requirements: 'page\n',
    argv: ['requirements.txt', ...TARGET, '--exclude-newer', '2020-01-01T00:00:00Z'],
  },
  {
    what: 'a version that never was, under a day that counts',
    code: 'no-matching-version',
    ...LATER,
    requirements: 'page==7\n',
  },
  {
    what: 'a day that counts, and an index that tells no times',
    code: 'no-matching-version',
    requirements: 'page\n',
    wheels: [PAGE],
    argv: ['requirements.txt', ...TARGET, '--exclude-newer', '2024-12-31'],
  },
  {
    what: 'two requirements that disagree',
    code: 'conflicting-requirements',
    requirements: 'page==1.0\npage>=2\n',
    wheels: [PAGE, PAGE_2],
  },
  {
    what: 'a package asks for another version',
    code: 'conflicting-requirements',
    requirements: 'letter\npage==1.0\n',
    wheels: [PAGE, PAGE_2, LETTER],
  },
  {
    what: 'a constraint leaves nothing',
    code: 'conflicting-requirements',
    requirements: '-c constraints.txt\nletter\n',
    wheels: [PAGE, PAGE_2, LETTER],
    prepare: ({ put }) => put('constraints.txt', 'page<2\n'),
  },
  {
    what: 'a constraint of the machine leaves nothing',
    code: 'conflicting-requirements',
    requirements: 'letter\n',
    wheels: [PAGE, PAGE_2, LETTER],
    prepare: ({ put }) => put('all.txt', 'page<2\n'),
    environment: () => ({ PIP_CONSTRAINT: 'all.txt' }),
  },
  {
    what: 'the constraints of the machine are not there',
    code: 'constraints-missing',
    wheels: [PAGE],
    environment: () => ({ PIP_CONSTRAINT: 'gone.txt' }),
  },
  {
    what: 'no wheel for the CPU',
    code: 'no-matching-wheel',
    wheels: [makeWheel({ name: 'page', version: '1.0', tag: 'cp313-cp313-manylinux_2_28_aarch64' })],
  },
  {
    what: 'no wheel for the glibc',
    code: 'no-matching-wheel',
    argv: ['requirements.txt', '--runtime', 'python3.11', '--arch', 'x86_64'],
    wheels: [makeWheel({ name: 'page', version: '1.0', tag: 'cp311-cp311-manylinux_2_28_x86_64' })],
  },
  {
    what: 'every wheel wants another Python',
    code: 'no-matching-wheel',
    wheels: [makeWheel({ name: 'page', version: '1.0', tag: 'cp312-cp312-manylinux_2_17_x86_64' })],
  },
  {
    what: 'a wheel for Alpine alone',
    code: 'no-matching-wheel',
    wheels: [makeWheel({ name: 'page', version: '1.0', tag: 'cp313-cp313-musllinux_1_2_x86_64' })],
  },
  {
    what: 'a hash that is not that of the wheel',
    code: 'no-matching-wheel',
    requirements: `page==1.0 --hash=sha256:${'0'.repeat(64)}\n`,
    wheels: [PAGE],
  },
  {
    what: 'hashes wanted and none given',
    code: 'hash-missing',
    requirements: '--require-hashes\npage==1.0\n',
    wheels: [PAGE],
  },
  {
    what: 'a line that is no requirement',
    code: 'bad-requirement-line',
    requirements: 'page == == 1\n',
    wheels: [PAGE],
  },
  {
    what: 'a marker that is none',
    code: 'bad-requirement-line',
    requirements: "page; python_version << '3'\n",
    wheels: [PAGE],
  },
  {
    what: 'an option that nobody knows',
    code: 'bad-requirement-line',
    requirements: '--frobnicate\npage\n',
    wheels: [PAGE],
  },
  { what: 'an editable folder', code: 'editable-requirement', requirements: '-e ./mine\n', wheels: [PAGE] },
  {
    what: 'the address of another package',
    code: 'wrong-distribution',
    requirements: `letter @ https://host.example/page-1.0-py3-none-any.whl\n`,
  },
  {
    what: 'a repository',
    code: 'source-requirement',
    requirements: 'page @ git+https://host.example/page.git\n',
    wheels: [PAGE],
  },
  {
    what: 'a source archive by its address',
    code: 'source-requirement',
    requirements: 'page @ https://host.example/page-1.0.tar.gz\n',
    wheels: [PAGE],
  },
  {
    what: 'another requirements file that is not there',
    code: 'missing-input',
    requirements: '-r more.txt\n',
    wheels: [PAGE],
  },
  { what: 'an input that is not there', code: 'missing-input', argv: ['gone.txt', ...TARGET] },
  {
    what: 'an input of no known kind',
    code: 'unknown-input',
    argv: ['setup.py', ...TARGET],
    prepare: ({ put }) => put('setup.py', ''),
  },
  { what: 'nothing asked for', code: 'nothing-to-build', requirements: '# nothing\n' },
  { what: 'no input', code: 'missing-argument', argv: TARGET },
  {
    what: 'a runtime that Lambda does not have',
    code: 'unknown-runtime',
    argv: ['requirements.txt', '--runtime', 'python2.7', '--arch', 'x86_64'],
  },
  {
    what: 'a CPU that Lambda does not have',
    code: 'unknown-architecture',
    argv: ['requirements.txt', '--runtime', 'python3.13', '--arch', 'riscv64'],
  },
  {
    what: 'an option of the command that nobody knows',
    code: 'bad-argument',
    argv: ['requirements.txt', ...TARGET, '--frobnicate'],
  },
  {
    what: 'the lock is to stay and to change',
    code: 'frozen-and-upgrade',
    argv: ['requirements.txt', ...TARGET, '--frozen', '--upgrade'],
    wheels: [PAGE],
  },
  {
    what: 'a rule that does not exist is allowed',
    code: 'unknown-rule',
    argv: ['requirements.txt', ...TARGET, '--allow', 'nothing'],
    wheels: [PAGE],
  },
];
