import { expect, test } from 'vitest';
import { zipBytes } from '../formats/testing/zip-bytes.ts';
import { zipImage } from '../image/zip-image.ts';
import { parseTarget } from '../target/target.ts';
import { topLevelModules } from './top-level-modules.ts';

function modulesOf(...paths: readonly (string | readonly [path: string, text: string])[]): string[] {
  const files = paths.map((path) => (typeof path === 'string' ? ([path, ''] as const) : path));
  const image = zipImage(zipBytes(files.map(([name, data]) => ({ name, data }))), 'layer.zip');
  return topLevelModules(image, parseTarget('python3.9', 'x86_64'));
}

test('lists the modules at the top of the layer', () => {
  const modules = modulesOf(
    'python/PIL/__init__.py',
    'python/PIL/Image.py',
    'python/Pillow-9.5.0.dist-info/METADATA',
    'python/Pillow.libs/libjpeg.so',
    'python/_cffi_backend.cpython-39-x86_64-linux-gnu.so',
    'python/other.cpython-312-x86_64-linux-gnu.so',
    'python/six.py',
    'python/81d243bd__mypyc.cpython-39-x86_64-linux-gnu.so',
    'python/compiled/__init__.abi3.so',
    'python/lib/python3.8/site-packages/elsewhere.py',
    'python/lib/python3.9/site-packages/here.py',
    'bin/tool.py',
  );
  expect(modules).toEqual(['PIL', '_cffi_backend', 'compiled', 'here', 'six']);
});

test('goes below namespace packages, and no further than the first package', () => {
  const modules = modulesOf(
    'python/google/protobuf/__init__.py',
    'python/google/protobuf/message.py',
    'python/google/_upb/_message.abi3.so',
    'python/jaraco/context.py',
    'python/azure/storage/blob/__init__.py',
    'python/azure/storage/blob/aio/__init__.py',
    'python/with-hyphen/a.py',
  );
  expect(modules).toEqual(['azure.storage.blob', 'google._upb._message', 'google.protobuf', 'jaraco.context']);
});

test('takes folders that wheels ship by mistake for no namespace, unless they say that they mean them', () => {
  expect(modulesOf('python/docs/conf.py', 'python/tests/test_a.py', 'python/bin/tool.py')).toEqual([]);
  expect(modulesOf('python/tools/a.py', ['python/x-1.dist-info/top_level.txt', 'tools\nother\n'])).toEqual(['tools.a']);
});
