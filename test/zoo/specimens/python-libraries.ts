import type { Specimen } from '../specimen.ts';
import { addElf, compile } from '../steps/binaries.ts';
import { addFile, addPackage, removeFile } from '../steps/files.ts';
import { takeWheel } from '../steps/wheels.ts';

const NUMPY = ['numpy', '1.24.4', /cp39-cp39-manylinux_2_17_x86_64/] as const;
const PILLOW = ['pillow', '9.5.0', /cp39-cp39-manylinux_2_17_x86_64/] as const;

/** Libraries that modules need: R07 to R17. */
export const PYTHON_LIBRARIES: readonly Specimen[] = [
  {
    name: 'onnxruntime for glibc 2.27 on Amazon Linux 2',
    mode: 'R07',
    target: 'python3.11/x86_64',
    build: [
      takeWheel('onnxruntime', '1.17.3', /cp311-cp311-manylinux_2_27_x86_64/),
      takeWheel('numpy', '1.26.4', /cp311-cp311-manylinux_2_17_x86_64/),
      takeWheel('coloredlogs', '15.0.1', /any/),
      takeWheel('humanfriendly', '10.0', /any/),
      takeWheel('flatbuffers', '24.3.25', /any/),
      takeWheel('packaging', '24.0', /any/),
      takeWheel('protobuf', '4.25.3', /abi3-manylinux2014_x86_64/),
      takeWheel('sympy', '1.12', /any/),
      takeWheel('mpmath', '1.3.0', /any/),
    ],
    expected: ['glibc-too-new'],
    says: 'GLIBC_2.27',
  },
  {
    name: 'a module that was compiled on the machine of a developer',
    mode: 'R07',
    target: 'python3.9/x86_64',
    build: [
      addPackage('mine', 'from . import _mine\n'),
      compile(
        'python/mine/_mine.so',
        '__asm__(".symver newer,getrandom@GLIBC_2.99");\nvoid PyInit__mine(void) {}\n#include <sys/random.h>\nint f(char *p) { return getentropy(p, 9) + fcntl64(0, 0); }\n',
      ),
    ],
    expected: ['glibc-too-new'],
    says: 'GLIBC_2.28',
  },
  {
    name: 'a library that needs the C++ library of GCC 13',
    mode: 'R08',
    target: 'python3.12/arm64',
    build: [
      addPackage('mine', 'from . import _mine\n'),
      addElf('python/mine/_mine.so', {
        machine: 183,
        needed: ['libstdc++.so.6'],
        versionNeeds: { 'libstdc++.so.6': ['CXXABI_1.3.15', 'GLIBCXX_3.4.32'] },
      }),
    ],
    expected: ['glibc-too-new'],
    says: 'GLIBCXX_3.4.32',
  },
  {
    name: 'a library that needs a newer runtime library of GCC',
    mode: 'R08',
    target: 'python3.12/x86_64',
    build: [
      addPackage('mine', 'from . import _mine\n'),
      addElf('python/mine/_mine.so', { needed: ['libgcc_s.so.1'], versionNeeds: { 'libgcc_s.so.1': ['GCC_14.0.0'] } }),
    ],
    expected: ['glibc-too-new'],
    says: 'GCC_14',
  },
  {
    name: 'a C++ library in lib/, where that of the runtime wins',
    mode: 'R09',
    target: 'python3.11/x86_64',
    build: [
      addPackage('mine', 'from . import _mine\n'),
      addElf('python/mine/_mine.so', {
        needed: ['libstdc++.so.6'],
        versionNeeds: { 'libstdc++.so.6': ['GLIBCXX_3.4.29'] },
      }),
      addElf('lib/libstdc++.so.6', { soname: 'libstdc++.so.6', versionDefinitions: ['GLIBCXX_3.4.29'] }),
    ],
    expected: ['glibc-too-new', 'warning shadowed-library'],
  },
  {
    name: 'a zlib in lib/, where that of the runtime wins',
    mode: 'R09',
    target: 'python3.11/x86_64',
    build: [
      addPackage('mine', 'from . import _mine\n'),
      addElf('python/mine/_mine.so', { needed: ['libz.so.1'], versionNeeds: { 'libz.so.1': ['ZLIB_1.2.9'] } }),
      addElf('lib/libz.so.1', { soname: 'libz.so.1', versionDefinitions: ['ZLIB_1.2.9'] }),
    ],
    expected: ['shadowed-library'],
    says: 'ZLIB_1.2.9',
  },
  {
    name: 'a module that wants a newer zlib than that of the runtime',
    mode: 'R09',
    target: 'python3.11/x86_64',
    build: [
      addPackage('mine', 'from . import _mine\n'),
      addElf('python/mine/_mine.so', { needed: ['libz.so.1'], versionNeeds: { 'libz.so.1': ['ZLIB_1.2.9'] } }),
    ],
    expected: ['library-version-missing'],
    says: 'ZLIB_1.2.9',
  },
  {
    name: 'a library beside a module that does not define what it wants',
    mode: 'R09',
    target: 'python3.12/x86_64',
    build: [
      addPackage('mine', 'from . import _mine\n'),
      addElf('python/mine/_mine.so', {
        needed: ['libstdc++.so.6'],
        rpath: '$ORIGIN',
        versionNeeds: { 'libstdc++.so.6': ['GLIBCXX_3.4.29'] },
      }),
      addElf('python/mine/libstdc++.so.6', { soname: 'libstdc++.so.6', versionDefinitions: ['GLIBCXX_3.4.24'] }),
    ],
    expected: ['glibc-too-new'],
    says: 'which is loaded for it',
  },
  {
    name: 'OpenCV of years ago',
    mode: 'R13',
    target: 'python3.8/x86_64',
    build: [
      takeWheel('opencv-python', '4.2.0.34', /cp38-cp38-manylinux1_x86_64/),
      takeWheel('numpy', '1.24.4', /cp38-cp38-manylinux_2_17_x86_64/),
    ],
    expected: ['missing-shared-library'],
    says: 'libgthread-2.0.so.0',
  },
  {
    name: 'scikit-learn without its OpenMP library',
    mode: 'R14',
    target: 'python3.9/x86_64',
    build: [
      takeWheel('scikit-learn', '1.3.2', /cp39-cp39-manylinux_2_17_x86_64/),
      takeWheel(...NUMPY),
      takeWheel('scipy', '1.10.1', /cp39-cp39-manylinux_2_17_x86_64/),
      takeWheel('joblib', '1.3.2', /any/),
      takeWheel('threadpoolctl', '3.2.0', /any/),
      removeFile(/scikit_learn\.libs\/libgomp/),
    ],
    expected: [
      'missing-shared-library',
      'recorded-file-missing',
      'warning missing-shared-library',
      'note zip-too-large-for-request',
    ],
    says: 'libgomp',
  },
  {
    name: 'LightGBM, which leaves OpenMP to the system',
    mode: 'R14',
    target: 'python3.11/x86_64',
    build: [
      takeWheel('lightgbm', '4.3.0', /manylinux_2_28_x86_64/),
      takeWheel('numpy', '1.26.4', /cp311-cp311-manylinux_2_17_x86_64/),
      takeWheel('scipy', '1.12.0', /cp311-cp311-manylinux_2_17_x86_64/),
    ],
    expected: ['glibc-too-new', 'missing-shared-library', 'note zip-too-large-for-request'],
    says: 'libgomp.so.1',
  },
  {
    name: 'a MySQL driver without the library of the system',
    mode: 'R15',
    target: 'python3.12/x86_64',
    build: [
      addPackage('MySQLdb', 'from . import _mysql\n'),
      addElf('python/MySQLdb/_mysql.cpython-312-x86_64-linux-gnu.so', {
        needed: ['libmysqlclient.so.21', 'libc.so.6'],
      }),
    ],
    expected: ['missing-shared-library'],
    says: 'neither in the layer nor in',
  },
  {
    name: 'an ODBC driver whose library lies beside it, where nobody looks',
    mode: 'R15',
    target: 'python3.12/x86_64',
    build: [
      addElf('python/pyodbc.cpython-312-x86_64-linux-gnu.so', { needed: ['libodbc.so.2'] }),
      addElf('python/libodbc.so.2', { soname: 'libodbc.so.2' }),
    ],
    expected: ['missing-shared-library'],
    says: 'where the loader does not look for it',
  },
  {
    name: 'a compiled module whose library lies in bin/',
    mode: 'R15',
    target: 'python3.12/x86_64',
    build: [
      compile('bin/libtable.so.1', 'int table(void) { return 1; }\n', '-Wl,-soname,libtable.so.1'),
      addFile('python/reader/__init__.py', 'from . import _reader\n'),
      addElf('python/reader/_reader.so', { needed: ['libtable.so.1'] }),
    ],
    expected: ['missing-shared-library'],
    says: 'bin/libtable.so.1',
  },
  {
    name: 'psycopg2 against the OpenSSL of another system',
    mode: 'R15',
    target: 'python3.9/x86_64',
    build: [
      addPackage('psycopg2', 'from . import _psycopg\n'),
      addElf('python/psycopg2/_psycopg.so', { needed: ['libpq.so.5', 'libssl.so.1.1'] }),
    ],
    expected: ['missing-shared-library'],
  },
  {
    name: 'Pillow without one library of another',
    mode: 'R15',
    target: 'python3.9/x86_64',
    build: [takeWheel(...PILLOW), removeFile(/Pillow\.libs\/liblzma/)],
    expected: ['missing-shared-library', 'recorded-file-missing'],
    says: 'liblzma',
  },
  {
    name: 'a module for the OpenSSL of Amazon Linux 2 on Amazon Linux 2023',
    mode: 'R16',
    target: 'python3.12/x86_64',
    build: [addElf('python/_tls.so', { needed: ['libssl.so.10', 'libcrypto.so.10', 'libc.so.6'] })],
    expected: ['missing-shared-library'],
    says: 'libssl.so.10',
  },
  {
    name: 'Fiona, whose GDAL leaves expat to the system',
    mode: 'R16',
    target: 'python3.12/x86_64',
    build: [
      takeWheel('fiona', '1.10.1', /cp312-cp312-manylinux_2_17_x86_64/),
      takeWheel('attrs', '23.2.0', /any/),
      takeWheel('certifi', '2024.2.2', /any/),
      takeWheel('click', '8.1.7', /any/),
      takeWheel('click-plugins', '1.1.1', /any/),
      takeWheel('cligj', '0.7.2', /any/),
      takeWheel('six', '1.16.0', /any/),
    ],
    expected: ['missing-shared-library'],
    says: 'libexpat.so.1',
  },
  {
    name: 'cryptography for Alpine, whose name says no system',
    mode: 'R17',
    target: 'python3.12/arm64',
    build: [
      takeWheel('cryptography', '41.0.7', /abi3-musllinux_1_1_aarch64/),
      takeWheel('cffi', '1.16.0', /cp312-cp312-manylinux_2_17_aarch64/),
      takeWheel('pycparser', '2.22', /any/),
    ],
    expected: ['missing-shared-library'],
    says: 'musl',
  },
];
