import { metadata } from '../testing/layer-of.ts';
import { testRule } from '../testing/test-rule.ts';
import rule from './runtime-package-clash.ts';

const distribution = (name: string, version: string) => ({
  [`python/${name}-${version}.dist-info/METADATA`]: metadata(name, version),
});

testRule(rule, {
  accepts: {
    'a version that the runtime takes': { files: distribution('urllib3', '1.26.20') },
    'a newer Python, whose botocore takes urllib3 2': {
      target: 'python3.12/x86_64',
      files: distribution('urllib3', '2.5.0'),
    },
    'all of them from the layer': {
      files: {
        ...distribution('urllib3', '2.5.0'),
        ...distribution('botocore', '1.35.0'),
        ...distribution('boto3', '1.35.0'),
        ...distribution('s3transfer', '0.10.0'),
      },
    },
    'a folder that is not searched': {
      files: { 'other/urllib3-2.5.0.dist-info/METADATA': metadata('urllib3', '2.5.0') },
    },
    'a layer for Node': { target: 'nodejs24.x/x86_64', files: distribution('urllib3', '2.5.0') },
  },
  reports: {
    'urllib3 2 beside an old botocore': {
      files: distribution('urllib3', '2.5.0'),
      findings: [
        'python/urllib3-2.5.0.dist-info/METADATA: urllib3 2.5.0 is what botocore 1.40.4 of python3.9 will import, which wants <1.27,>=1.25.4',
      ],
    },
    'a botocore without its boto3': {
      target: 'python3.13/arm64',
      files: distribution('botocore', '1.41.0'),
      findings: [
        'python/botocore-1.41.0.dist-info/METADATA: botocore 1.41.0 is what boto3 1.40.4 of python3.13 will import, which wants <1.41.0,>=1.40.4',
      ],
    },
  },
});
