import { metadata } from '../testing/layer-of.ts';
import { testRule } from '../testing/test-rule.ts';
import rule from './urllib3-needs-newer-openssl.ts';

const NEW = { 'python/urllib3-2.2.0.dist-info/METADATA': metadata('urllib3', '2.2.0') };

testRule(rule, {
  accepts: {
    'an old one': {
      target: 'python3.8/x86_64',
      files: { 'python/urllib3-1.26.19.dist-info/METADATA': metadata('urllib3', '1.26.19') },
    },
    'a newer Python': { target: 'python3.10/x86_64', files: NEW },
    'a layer for Node': { target: 'nodejs24.x/x86_64', files: NEW },
  },
  reports: {
    'a new one on an old Python': {
      target: 'python3.8/arm64',
      files: NEW,
      findings: ['python/urllib3-2.2.0.dist-info/METADATA: urllib3 2.2.0 needs OpenSSL 1.1.1, but python3.8 has 1.0.2'],
    },
  },
});
