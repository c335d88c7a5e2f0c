import { testRule } from '../testing/test-rule.ts';
import rule from './target-differs-from-manifest.ts';

testRule(rule, {
  accepts: {
    'no manifest': {},
    'the target that the manifest names': {
      manifests: [{ name: 'layer.json', runtime: 'python3.9', architecture: 'x86_64' }],
    },
  },
  reports: {
    'another runtime, and another CPU': {
      manifests: [
        { name: 'layer.json', runtime: 'python3.12', architecture: 'x86_64' },
        { name: 'other.json', runtime: 'python3.9', architecture: 'arm64' },
      ],
      findings: [
        'was built for python3.12/x86_64 as layer.json says, but is checked for python3.9/x86_64',
        'was built for python3.9/arm64 as other.json says, but is checked for python3.9/x86_64',
      ],
    },
  },
});
