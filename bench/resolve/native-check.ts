import type { Sources } from '../../packages/layerproof/src/build/sources.ts';
import type { Image } from '../../packages/layerproof/src/image/entry.ts';
import type { WheelFile } from '../../packages/layerproof/src/python/index/index-file.ts';
import type { Target } from '../../packages/layerproof/src/target/target.ts';
import { createLayer } from '../../packages/layerproof/src/verify/layer.ts';
import { findRule } from '../../packages/layerproof/src/verify/verify.ts';
import { inParallel } from './in-parallel.ts';
import { fetchLibraries } from './native-wheel.ts';
import { resolveOurs } from './ours.ts';

export interface Violation {
  readonly wheel: string;
  readonly rule: string;
  readonly severity: string;
  readonly path: string;
  readonly message: string;
}

export interface NativeCheck {
  readonly target: string;
  /** Packages of the list that resolve, and those that do not, with the reason. */
  readonly resolved: number;
  readonly refused: readonly { readonly package: string; readonly reason: string }[];
  /** Wheels that any of them chose, and the native ones among them. */
  readonly wheels: number;
  readonly nativeWheels: number;
  /** Libraries that were read, each whole, for its own target. */
  readonly files: number;
  readonly violations: readonly Violation[];
}

/**
 * Machine, class and byte order of each library; the versions of the C and C++ libraries and of the compiler's own that it needs;
 * the interpreter that its name is for.
 */
const RULES = ['elf-wrong-arch', 'wrong-binary-format', 'glibc-too-new', 'wrong-python-abi-tag'].map(findRule);

const RESOLUTIONS_AT_A_TIME = 4;
const WHEELS_AT_A_TIME = 4;

/** Resolves each package, and reads every library of every native wheel that was chosen for any of them. */
export async function checkNativeWheels(
  names: readonly string[],
  target: Target,
  { index, transport, progress }: Sources & { progress: (text: string) => void },
): Promise<NativeCheck> {
  if (transport === undefined) throw new Error('the wheels lie on the network');
  const outcomes = await inParallel(
    names,
    RESOLUTIONS_AT_A_TIME,
    (name) => resolveOurs(name, target, index),
    (done, name) => progress(`${target.label} resolving: ${done} of ${names.length}, ${name}`),
  );
  const refused = outcomes.flatMap((outcome, at) =>
    outcome.kind === 'refused' ? [{ package: names[at] ?? '', reason: outcome.reason }] : [],
  );
  const packages = outcomes.flatMap((outcome) => outcome.packages);
  const wheels = [...new Map(packages.map(({ wheel }) => [wheel.name.fileName, wheel])).values()];
  const native = wheels.filter(({ name }) => !name.platforms.includes('any'));
  const checked = await inParallel(
    native,
    WHEELS_AT_A_TIME,
    async (wheel) => checkWheel(wheel, target, await fetchLibraries(wheel, transport)),
    (done, { name }) => progress(`${target.label} reading: ${done} of ${native.length}, ${name.fileName}`),
  );
  return {
    target: target.label,
    resolved: names.length - refused.length,
    refused,
    wheels: wheels.length,
    nativeWheels: native.length,
    files: checked.reduce((sum, { files }) => sum + files, 0),
    violations: checked.flatMap(({ violations }) => violations),
  };
}

/** What the rules say of the libraries of one wheel. */
export function checkWheel(wheel: WheelFile, target: Target, image: Image) {
  const layer = createLayer(image, target);
  const violations = RULES.flatMap((rule) =>
    Array.from(rule.check(layer), ({ path = '', message, severity = rule.severity }): Violation => {
      return { wheel: wheel.name.fileName, rule: rule.id, severity, path, message };
    }),
  );
  return { files: layer.natives.filter(({ elf }) => elf !== undefined).length, violations };
}
