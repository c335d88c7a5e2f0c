import { zipBytes } from '../../formats/testing/zip-bytes.ts';
import { testRule } from '../testing/test-rule.ts';
import rule from './nested-zip.ts';

const inner = { bytes: zipBytes([{ name: 'python/page.py', data: 'number = 1\n' }]) };

testRule(rule, {
  accepts: {
    'a zip that a package reads': {
      files: { 'python/page/data.zip': inner, 'python/page/__init__.py': '', 'data.zip': inner },
    },
    'another file at the root': { files: { 'layer.zip': 'no zip', 'readme.md': '' } },
  },
  reports: {
    'a layer that was zipped twice': {
      files: { 'layer.zip': inner },
      findings: ['layer.zip: is a zip file, and beside it lies nothing that python3.9 searches'],
    },
  },
});
