// Written by scripts/target-facts.ts. Change the research file and run the script; do not edit.
import type { LoaderFacts } from '../facts.ts';

export default {
  libraryPath: [
    '/var/lang/lib', '/lib64', '/usr/lib64', '/var/runtime', '/var/runtime/lib', '/var/task', '/var/task/lib',
    '/opt/lib',
  ],
  evidence: {
    confidence: 'observed',
    sources: [
      'process.env of a nodejs22.x function as recorded in tests', 'process.env of a node24 function on Vercel/Lambda',
      'copies of AWS /var/runtime/bootstrap.py',
      'https://github.com/shogo82148/docker-lambda/tree/9db92970cf81bb46a72333fc6a8801ef74677086/dockerfiles',
      'https://docs.aws.amazon.com/lambda/latest/dg/packaging-layers.html',
    ],
    note: undefined,
  },
} satisfies LoaderFacts;
