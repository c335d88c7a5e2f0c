import { NPM_PACKAGES } from './npm-packages.ts';
import { NEVER_GOOD, PYTHON_PACKAGES } from './python-packages.ts';

/** Who lays the packages out. */
export type Maker = 'layerproof' | 'pip' | 'npm';

/** One layer that loads in Lambda: a package, with all that it needs, for a target. */
export interface GoodLayer {
  readonly maker: Maker;
  readonly requirement: string;
  readonly runtime: string;
  readonly architecture: string;
}

interface TargetName {
  readonly runtime: string;
  readonly architecture: string;
}

const PYTHON_TARGETS = targets(['python3.9', 'python3.10', 'python3.11', 'python3.12', 'python3.13', 'python3.14']);
const NODE_TARGETS = targets(['nodejs22.x', 'nodejs24.x']);

/** Layers of the draw that do not load, with the reason. */
const NOT_GOOD: Readonly<Record<string, string>> = {
  'scikit-learn python3.9/x86_64 by pip':
    'As pip lays it out, with the tests and the byte code of all it needs, it is larger than the 262,144,000 bytes that Lambda takes.',
  'onnxruntime python3.10/arm64 by layerproof':
    'Its newest wheel for this target, 1.16.3, was compiled with the headers of NumPy 1 and takes NumPy 2 all the same, with which it cannot be imported.',
  'onnxruntime python3.9/x86_64 by pip':
    'The same, with 1.16.3 and NumPy 2.0.2; CPython 3.9 says: AttributeError: _ARRAY_API not found.',
  'onnxruntime-node nodejs22.x/arm64 by npm': 'With its builds for all systems it is larger than Lambda takes.',
  'onnxruntime-node nodejs22.x/x86_64 by npm': 'With its builds for all systems it is larger than Lambda takes.',
  'isolated-vm nodejs24.x/arm64 by npm':
    'Its build for Node 24 needs GLIBCXX_3.4.30; the libstdc++ of Amazon Linux 2023 ends with 3.4.29.',
  'isolated-vm nodejs24.x/x86_64 by npm':
    'Its build for Node 24 needs GLIBCXX_3.4.30; the libstdc++ of Amazon Linux 2023 ends with 3.4.29.',
};

/** What is no good layer, with the reason. */
export const LEFT_OUT: Readonly<Record<string, string>> = { ...NEVER_GOOD, ...NOT_GOOD };

/**
 * The layers, an even draw from all pairs of a package and a target: each Python package for two targets by layerproof, and two of
 * three for a third one by pip; each npm package for two.
 */
const DRAWN: readonly GoodLayer[] = [
  ...PYTHON_PACKAGES.flatMap((requirement, index): GoodLayer[] => [
    { maker: 'layerproof', requirement, ...drawn(PYTHON_TARGETS, index) },
    { maker: 'layerproof', requirement, ...drawn(PYTHON_TARGETS, index + 5) },
  ]),
  ...PYTHON_PACKAGES.flatMap((requirement, index): GoodLayer[] =>
    index % 3 === 2 ? [] : [{ maker: 'pip', requirement, ...drawn(PYTHON_TARGETS, index + 2) }],
  ),
  ...NPM_PACKAGES.flatMap((requirement, index): GoodLayer[] => [
    { maker: 'npm', requirement, ...drawn(NODE_TARGETS, index) },
    { maker: 'npm', requirement, ...drawn(NODE_TARGETS, index + 3) },
  ]),
];

export const GOOD_LAYERS: readonly GoodLayer[] = DRAWN.filter((layer) => !(nameOf(layer) in NOT_GOOD));

export function nameOf({ maker, requirement, runtime, architecture }: GoodLayer): string {
  return `${requirement} ${runtime}/${architecture} by ${maker}`;
}

function drawn(list: readonly TargetName[], index: number): TargetName {
  const found = list[index % list.length];
  if (found === undefined) throw new Error('There is no target to draw');
  return found;
}

/** Each runtime for both CPUs, in turn. */
function targets(runtimes: readonly string[]): TargetName[] {
  return runtimes.flatMap((runtime) => ['x86_64', 'arm64'].map((architecture) => ({ runtime, architecture })));
}
