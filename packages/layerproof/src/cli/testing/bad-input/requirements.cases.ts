import { makeWheel } from '../../../python/testing/make-wheel.ts';
import { type Case, TARGET } from './world.ts';

const PAGE = makeWheel({ name: 'page', version: '1.0' });
const PAGE_2 = makeWheel({ name: 'page', version: '2.0' });
const LETTER = makeWheel({ name: 'letter', version: '1.0', requires: ['page>=2'] });

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
