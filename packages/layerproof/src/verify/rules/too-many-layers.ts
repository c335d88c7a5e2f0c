import limits from '../../target/facts/limits.generated.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'too-many-layers',
  severity: 'error',
  modes: ['P06'],
  summary: 'A function cannot have so many layers',
  why: 'Lambda takes at most five layers for one function; extensions and the layers of monitoring services count as well (https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html).',
  messages: ['Cannot reference more than 5 layers'],
  fix: 'Build one layer from the inputs of several: `layerproof build` takes more than one.',
  *check({ layers }) {
    if (layers > limits.layersPerFunction) {
      yield { message: `${layers} layers are given, but a function takes ${limits.layersPerFunction}` };
    }
  },
});
