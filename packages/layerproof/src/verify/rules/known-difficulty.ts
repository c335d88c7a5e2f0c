import { isInSpecifier } from '../../python/standards/specifier.ts';
import type { Architecture } from '../../target/facts.ts';
import { defineRule } from '../rule.ts';

interface Difficulty {
  readonly name: string;
  readonly versions: string;
  readonly architecture?: Architecture;
  /** What happens, as the second half of a sentence that begins with the package. */
  readonly what: string;
  readonly fix: string;
}

/** What users of Lambda have met with packages that load, each with where it was told. */
const DIFFICULTIES: readonly Difficulty[] = [
  {
    // librosa/librosa#1868, numba/numba#4908
    name: 'numba',
    versions: '',
    what: 'keeps its cache beside the code, but /opt is read-only: `cannot cache function …: no locator available`',
    fix: 'Set the environment variable NUMBA_CACHE_DIR to `/tmp` in the function.',
  },
  {
    name: 'matplotlib',
    versions: '',
    what: 'writes its configuration into the home folder, but that is read-only: it says so at each start and reads the fonts anew',
    fix: 'Set the environment variable MPLCONFIGDIR to `/tmp/matplotlib` in the function.',
  },
  {
    // microsoft/onnxruntime#10038, pytorch/cpuinfo#143
    name: 'onnxruntime',
    versions: '<1.15',
    architecture: 'arm64',
    what: 'reads /sys/devices/system/cpu, but Lambda does not show it: `Error in cpuinfo: failed to parse the list of possible processors`',
    fix: 'Ask for a newer version, or use x86_64 for this function.',
  },
  {
    // NaturalHistoryMuseum/pyzbar#40
    name: 'pyzbar',
    versions: '',
    what: 'looks for libzbar by ctypes.util.find_library, but Lambda has neither ldconfig nor gcc: `Unable to find zbar shared library`',
    fix: 'Put `libzbar.so.0` into `lib/` of the layer and load it by its full path before the import: `ctypes.CDLL("/opt/lib/libzbar.so.0")`.',
  },
  {
    name: 'python-magic',
    versions: '',
    what: 'looks for libmagic by ctypes.util.find_library, but Lambda has neither ldconfig nor gcc: `failed to find libmagic`',
    fix: 'Use `puremagic` or `filetype`, which need no library, or bring libmagic and name it in the function.',
  },
];

export default defineRule({
  id: 'known-difficulty',
  severity: 'note',
  modes: ['R24', 'R27', 'R37'],
  summary: 'A package of the layer is known for a difficulty on Lambda',
  why: 'Some packages load, and then fail or are slow for a reason that lies in Lambda: its folders are read-only but for `/tmp`, it has no compiler and no ldconfig, and it shows little of its processor. Each finding names the message that users have met.',
  messages: [
    'Error in cpuinfo: failed to parse the list of possible processors',
    'cannot cache function …: no locator available',
    'Unable to find zbar shared library',
    'failed to find libmagic',
    "Read-only file system: '/opt/…",
  ],
  fix: 'Do what the finding says.',
  *check({ distributions, target }) {
    if (target.facts.python === undefined) return;
    for (const { name, version, root, path } of distributions) {
      if (!target.facts.layerFolders.includes(root)) continue;
      for (const difficulty of DIFFICULTIES) {
        if (difficulty.name !== name || (difficulty.versions !== '' && !isInSpecifier(version, difficulty.versions)))
          continue;
        if (difficulty.architecture !== undefined && difficulty.architecture !== target.architecture) continue;
        yield { path, message: `${name} ${version} ${difficulty.what}`, fix: difficulty.fix };
      }
    }
  },
});
