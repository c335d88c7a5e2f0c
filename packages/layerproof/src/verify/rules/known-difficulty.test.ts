import { metadata } from '../testing/layer-of.ts';
import { testRule } from '../testing/test-rule.ts';
import rule from './known-difficulty.ts';

const distribution = (name: string, version: string) => ({
  [`python/${name}-${version}.dist-info/METADATA`]: metadata(name, version),
});

testRule(rule, {
  accepts: {
    'other packages, other versions and another CPU': {
      files: { ...distribution('numpy', '2.0.0'), ...distribution('onnxruntime', '1.12.0') },
    },
    'a version that is over it': { target: 'python3.12/arm64', files: distribution('onnxruntime', '1.20.0') },
    'a layer for Node': { target: 'nodejs24.x/x86_64', files: distribution('numba', '0.60.0') },
  },
  reports: {
    'packages that need to be told where to write': {
      files: { ...distribution('numba', '0.60.0') },
      findings: [
        'python/numba-0.60.0.dist-info/METADATA: numba 0.60.0 keeps its cache beside the code, but /opt is read-only: `cannot cache function …: no locator available`',
      ],
    },
    'what only one CPU has': {
      target: 'python3.9/arm64',
      files: distribution('onnxruntime', '1.12.0'),
      findings: [
        'python/onnxruntime-1.12.0.dist-info/METADATA: onnxruntime 1.12.0 reads /sys/devices/system/cpu, but Lambda does not show it: `Error in cpuinfo: failed to parse the list of possible processors`',
      ],
    },
  },
});
