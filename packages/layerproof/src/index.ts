// What scripts and the ocr-pipeline command may use. Everything else in the package may change without notice.
export {
  buildLayer,
  type BuildEvent,
  type BuildFinding,
  type BuildRequest,
  type BuildResult,
  type Check,
} from './build/build-layer.ts';
export type { Manifest } from './build/manifest.ts';
export type { WrittenLayer } from './build/output.ts';
export {
  downloadWheel,
  fetchWheelFiles,
  findWheels,
  layerFromWheels,
  readWheelFiles,
  type WheelSources,
} from './build/wheels.ts';
export type { WheelFile } from './python/index/index-file.ts';
export type { LocalWheel } from './python/wheels/wheel-image.ts';
export type { Image, ImageEntry } from './image/entry.ts';
export { openLayer } from './image/open-layer.ts';
export { type ImportProof, proveImport } from './prove/prove-import.ts';
export { parseTarget, type Target } from './target/target.ts';
export type { Finding } from './verify/finding.ts';
export { type Report, verify } from './verify/verify.ts';
