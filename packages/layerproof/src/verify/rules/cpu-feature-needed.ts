import { isForTarget } from '../native.ts';
import { defineRule } from '../rule.ts';
import { compareNumbers } from '../symbol-version.ts';

/** glibc compares the level with the processor since then: https://sourceware.org/glibc/wiki/Release/2.33 */
const CHECKED_SINCE = '2.33';
/** AVX2 and what goes with it: https://aws.amazon.com/blogs/compute/creating-faster-aws-lambda-functions-with-avx2/ */
const LEVEL_OF_LAMBDA = 3;

export default defineRule({
  id: 'cpu-feature-needed',
  severity: 'error',
  modes: ['R25'],
  summary: 'A native file asks for a newer processor than Lambda promises',
  why: 'A library can say which level of x86-64 it was built for. Lambda has AVX2 (x86-64-v3); AVX-512 (v4) is on some of its machines and promised on none. Since glibc 2.33 the loader refuses such a file where the processor is older: `CPU ISA level is lower than required`. An older glibc does not look, so that it is a warning there, and the process ends with `Illegal instruction` when it comes to such code.',
  messages: [
    'CPU ISA level is lower than required',
    'Illegal instruction',
    'Runtime exited with error: signal: illegal instruction',
  ],
  fix: 'Take a build for older processors, e.g. `polars-lts-cpu` in place of `polars`, or build the library without `-march=native` and without `-march=x86-64-v4`.',
  *check(layer) {
    const { target } = layer;
    if (target.architecture !== 'x86_64') return;
    const isChecked = compareNumbers(target.facts.glibc, CHECKED_SINCE) >= 0;
    for (const native of layer.natives) {
      const level = native.elf?.x86Level ?? 1;
      if (level <= LEVEL_OF_LAMBDA || !isForTarget(native, target)) continue;
      const message = `needs a processor of x86-64-v${level} (AVX-512), but Lambda promises x86-64-v${LEVEL_OF_LAMBDA} (AVX2)`;
      yield isChecked ? { path: native.path, message } : { path: native.path, message, severity: 'warning' };
    }
  },
});
