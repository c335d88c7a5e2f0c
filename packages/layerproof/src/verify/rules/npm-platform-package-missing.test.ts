import { testRule } from '../testing/test-rule.ts';
import rule from './npm-platform-package-missing.ts';

const MODULES = 'nodejs/node_modules';
const target = 'nodejs22.x/x86_64';

const sharp = {
  [`${MODULES}/sharp/package.json`]: JSON.stringify({
    name: 'sharp',
    version: '0.34.0',
    optionalDependencies: {
      '@img/sharp-darwin-arm64': '0.34.0',
      '@img/sharp-linux-x64': '0.34.0',
      '@img/sharp-linux-arm64': '0.34.0',
      '@img/sharp-linuxmusl-x64': '0.34.0',
      '@img/sharp-win32-x64': '0.34.0',
    },
  }),
};

testRule(rule, {
  accepts: {
    'the build of the target': { target, files: { ...sharp, [`${MODULES}/@img/sharp-linux-x64/package.json`]: '{}' } },
    'a package without builds, and one that cannot be read': {
      target,
      files: {
        [`${MODULES}/a/package.json`]: JSON.stringify({ name: 'a', optionalDependencies: { fsevents: '2' } }),
        [`${MODULES}/b/package.json`]: 'no JSON',
      },
    },
    'a package that has no build for this CPU at all': {
      target: 'nodejs22.x/arm64',
      files: {
        [`${MODULES}/a/package.json`]: JSON.stringify({ name: 'a', optionalDependencies: { 'a-linux-x64': '1' } }),
      },
    },
    'a layer for Python': { files: sharp },
  },
  reports: {
    'an install on macOS': {
      target,
      files: { ...sharp, [`${MODULES}/@img/sharp-darwin-arm64/package.json`]: '{}' },
      findings: [
        `${MODULES}/sharp: sharp needs @img/sharp-linux-x64 here, but the layer has only @img/sharp-darwin-arm64`,
      ],
    },
    'an install on Alpine Linux': {
      target,
      files: { ...sharp, [`${MODULES}/@img/sharp-linuxmusl-x64/package.json`]: '{}' },
      findings: [
        `${MODULES}/sharp: sharp needs @img/sharp-linux-x64 here, but the layer has only @img/sharp-linuxmusl-x64`,
      ],
    },
    'a lockfile that lost all builds': {
      target,
      files: sharp,
      findings: [
        `warning ${MODULES}/sharp: sharp needs @img/sharp-linux-x64 here, but the layer has none of its builds`,
      ],
    },
  },
});
