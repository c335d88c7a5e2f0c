import { testRule } from '../testing/test-rule.ts';
import rule from './prisma-engine-missing.ts';

const CLIENT = 'nodejs/node_modules/.prisma/client';

testRule(rule, {
  accepts: {
    'the engine of the target among others': {
      target: 'nodejs22.x/x86_64',
      files: {
        [`${CLIENT}/libquery_engine-rhel-openssl-3.0.x.so.node`]: '',
        [`${CLIENT}/libquery_engine-darwin-arm64.dylib.node`]: '',
      },
    },
    'a package without engines': { target: 'nodejs22.x/x86_64', files: { [`${CLIENT}/query.js`]: '' } },
    'a layer for Python': { files: { [`${CLIENT}/libquery_engine-darwin-arm64.dylib.node`]: '' } },
  },
  reports: {
    'an engine of the machine that generated it': {
      target: 'nodejs22.x/arm64',
      files: { [`${CLIENT}/libquery_engine-darwin-arm64.dylib.node`]: '', [`${CLIENT}/query-engine-windows.exe`]: '' },
      findings: [
        `${CLIENT}: has the engine for darwin-arm64, windows, but nodejs22.x/arm64 needs linux-arm64-openssl-3.0.x`,
      ],
    },
    'the OpenSSL of another Amazon Linux': {
      target: 'nodejs18.x/x86_64',
      files: { [`${CLIENT}/libquery_engine-rhel-openssl-3.0.x.so.node`]: '' },
      findings: [`${CLIENT}: has the engine for rhel-openssl-3.0.x, but nodejs18.x/x86_64 needs rhel-openssl-1.0.x`],
    },
  },
});
