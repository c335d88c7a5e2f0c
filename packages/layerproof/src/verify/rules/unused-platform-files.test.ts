import { testRule } from '../testing/test-rule.ts';
import rule from './unused-platform-files.ts';

const PACKAGE = 'nodejs/node_modules/onnx/bin';
const target = 'nodejs22.x/x86_64';

testRule(rule, {
  accepts: {
    'builds for the target, of whatever size, and small ones for others': {
      target,
      files: {
        [`${PACKAGE}/linux/x64/a.node`]: { elf: {}, size: 90_000_000 },
        [`${PACKAGE}/linux/arm64/a.node`]: { elf: { machine: 183 } },
      },
    },
    'a layer that is for another system altogether': {
      target,
      files: { [`${PACKAGE}/linux/arm64/a.node`]: { elf: { machine: 183 }, size: 90_000_000 } },
    },
    'a package that is for another system altogether, beside one for the target': {
      target,
      files: {
        [`${PACKAGE}/linux/arm64/a.node`]: { elf: { machine: 183 }, size: 90_000_000 },
        'nodejs/node_modules/other/b.node': { elf: {} },
      },
    },
  },
  reports: {
    'large builds for other systems': {
      target,
      files: {
        [`${PACKAGE}/linux/x64/a.node`]: { elf: {} },
        [`${PACKAGE}/linux/arm64/a.node`]: { elf: { machine: 183 }, size: 2_000_000 },
        [`${PACKAGE}/darwin/a.node`]: {
          bytes: Uint8Array.from([0xcf, 0xfa, 0xed, 0xfe, 0x0c, 0, 0, 1]),
          size: 3_500_000,
        },
      },
      findings: [
        'nodejs/node_modules/onnx: holds 5.5 MB of builds for other systems, but nodejs22.x/x86_64 loads none of them',
      ],
    },
  },
});
