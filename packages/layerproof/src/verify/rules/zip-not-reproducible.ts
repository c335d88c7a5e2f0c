import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'zip-not-reproducible',
  severity: 'note',
  modes: ['P08'],
  summary: 'The zip holds the times at which its files were written',
  why: 'Terraform, CloudFormation and CDK compare the hash of a zip with that of the last one. Most tools write the time of each file into it, so that the same files give another zip with every checkout or installation: a new version of the layer with every deployment, though nothing changed.',
  messages: [],
  fix: 'Let `layerproof build` write the zip: the same inputs give the same bytes. With another tool, set all times to one before zipping (`find . -exec touch -t 198001010000 {} +`, then `zip -X` with the files in a fixed order).',
  *check({ zips }) {
    for (const { times } of zips) {
      if (times === undefined || times.earliest === times.latest) continue;
      yield {
        message: `has files with times from ${times.earliest} to ${times.latest}, so that the same files zipped anew may be another zip`,
      };
    }
  },
});
