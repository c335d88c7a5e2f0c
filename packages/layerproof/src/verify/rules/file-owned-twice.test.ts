import { metadata } from '../testing/layer-of.ts';
import { testRule } from '../testing/test-rule.ts';
import rule from './file-owned-twice.ts';

const owner = (name: string, ...lines: readonly string[]) => ({
  [`python/${name}-1.0.dist-info/METADATA`]: metadata(name, '1.0'),
  [`python/${name}-1.0.dist-info/RECORD`]: [...lines, `${name}-1.0.dist-info/RECORD,,`, ''].join('\n'),
});

testRule(rule, {
  accepts: {
    'files of one name in two packages': {
      files: { ...owner('a', 'a/x.py,sha256=A,1'), ...owner('b', 'b/x.py,sha256=B,1') },
    },
    'the same bytes, as in folders of a namespace': {
      files: { ...owner('a', 'google/__init__.py,sha256=A,1'), ...owner('b', 'google/__init__.py,sha256=A,1') },
    },
    'lines without a digest': { files: { ...owner('a', 'x.py,,'), ...owner('b', 'x.py,,') } },
  },
  reports: {
    'two variants of one package': {
      files: {
        ...owner('cv', '"cv2/__init__.py",sha256=A,1', 'cv2/a.py,sha256=A,1', 'cv2/b.py,sha256=A,1'),
        ...owner('cv-headless', 'cv2/__init__.py,sha256=B,1', 'cv2/a.py,sha256=B,1', 'cv2/b.py,sha256=B,1'),
      },
      findings: [
        'cv and cv-headless both own python/cv2/__init__.py, python/cv2/a.py and 1 more, with different bytes',
      ],
    },
  },
});
