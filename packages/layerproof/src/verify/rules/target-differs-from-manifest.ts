import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'target-differs-from-manifest',
  severity: 'warning',
  needs: 'manifests',
  modes: ['P13'],
  summary: 'The manifest beside the layer names another target than the one it is checked for',
  why: 'Lambda does not hold a layer to the runtimes and CPUs that it is labelled with: a layer that was built for another one is attached without a word, and fails at the first import. `layer.json` beside the zip says what it was built for.',
  messages: [],
  fix: '{rebuild}, or check the layer for the target that its manifest names. Keep one layer for each CPU.',
  *check({ manifests, target }) {
    for (const { name, runtime, architecture } of manifests) {
      if (runtime === target.runtime && architecture === target.architecture) continue;
      yield { message: `was built for ${runtime}/${architecture} as ${name} says, but is checked for ${target.label}` };
    }
  },
});
