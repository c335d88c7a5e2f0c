import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Bytes of short-lived buffers before they are collected. V8 itself waits for 64 MB of them, which is more than all else that a
 * build holds; a collection takes some 20 ms.
 */
const MOST_GARBAGE = 16 << 20;

/**
 * Keeps the space of new objects as small as it is: most are gone soon, and a space that grows to 50 MB saves less time than a
 * network takes.
 */
export function keepHeapSmall(): void {
  setFlagsFromString('--semi-space-growth-factor=1');
}

let garbage = 0;
let collect: (() => void) | undefined;

/** Notes that so many bytes of small buffers are not needed any more. */
export function noteGarbage(bytes: number): void {
  garbage += bytes;
  if (garbage < MOST_GARBAGE) return;
  garbage = 0;
  collect ??= exposedCollector();
  collect();
}

/** The function that `node --expose-gc` gives; only contexts that are made after the flag was set have it. */
function exposedCollector(): () => void {
  setFlagsFromString('--expose-gc');
  const found: unknown = runInNewContext('gc');
  return typeof found === 'function' ? () => void found() : () => undefined;
}
