import { expect, test } from 'vitest';
import { neutralPath } from './stand-in.ts';

test.each([
  ['@img/sharp-darwin-arm64/lib/sharp-darwin-arm64.node', '@img/sharp-linux-x64/lib/sharp-linux-x64-0.35.5.node'],
  ['a/bin/napi-v6/win32/x64/onnx.dll', 'a/bin/napi-v6/linux/arm64/onnx.so.1'],
  ['a/prebuilds/darwin-x64+arm64/node.napi.node', 'a/prebuilds/linux-x64/node.napi.glibc.node'],
  ['python/p/_m.cpython-39-darwin.so', 'python/p/_m.cpython-39-x86_64-linux-gnu.so'],
  ['python/p/_m.cp39-win_amd64.pyd', 'python/p/_m.abi3.so'],
])('%s is a build of %s', (one, other) => {
  expect(neutralPath(one)).toBe(neutralPath(other));
});

test.each([
  ['python/p/_raw_ecb.abi3.so', 'python/p/_raw_cbc.abi3.so'],
  ['a/linux-x64/a.node', 'b/linux-x64/a.node'],
])('%s is no build of %s', (one, other) => {
  expect(neutralPath(one)).not.toBe(neutralPath(other));
});
