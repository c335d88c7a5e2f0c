import { testRule } from '../testing/test-rule.ts';
import rule from './not-executable.ts';

testRule(rule, {
  accepts: {
    'programs that may be run, and files that are none': {
      files: {
        'bin/tool': { text: '#!/bin/sh\n', mode: 0o755 },
        'bin/readme.txt': 'text',
        'extensions/agent': { elf: {}, mode: 0o755 },
        'python/bin/script': '#!/usr/bin/python3\n',
      },
    },
  },
  reports: {
    'programs from a zip made on Windows': {
      files: { 'bin/tool': '#!/bin/sh\n', 'extensions/agent': { elf: {} } },
      findings: [
        'warning bin/tool: has mode 0644, but a program needs 0755',
        'extensions/agent: has mode 0644, but a program needs 0755',
      ],
    },
  },
});
