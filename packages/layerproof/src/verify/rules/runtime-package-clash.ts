import { evaluateMarker } from '../../python/standards/marker.ts';
import { parseRequirement } from '../../python/standards/requirement.ts';
import { isInSpecifier } from '../../python/standards/specifier.ts';
import { PREINSTALLED_REQUIREMENTS } from '../../target/interpreters/preinstalled-requirements.generated.ts';
import { markerEnvironment } from '../../target/marker-environment.ts';
import { defineRule } from '../rule.ts';

export default defineRule({
  id: 'runtime-package-clash',
  severity: 'warning',
  modes: ['R31'],
  summary: 'A package of the layer does not go with one that the runtime brings',
  why: "Lambda brings boto3 and what it needs, and the folders of a layer are searched before them. When the layer holds one of these packages and leaves the others to the runtime, two versions meet that were never tried together: with urllib3 2 beside an old botocore, `cannot import name 'DEFAULT_CIPHERS' from 'urllib3.util.ssl_'`. AWS changes its versions without notice, so a layer that works today may not tomorrow.",
  messages: ["cannot import name 'DEFAULT_CIPHERS' from 'urllib3.util.ssl_'"],
  fix: 'Put boto3 into the layer as well, so that all of them come from one resolution; or ask for a version that the package of the runtime takes.',
  *check({ distributions, target }) {
    const { facts, runtime } = target;
    if (facts.python === undefined) return;
    const inLayer = new Map(
      distributions
        .filter(({ root }) => facts.layerFolders.includes(root))
        .map((distribution) => [distribution.name, distribution]),
    );
    const environment = markerEnvironment(target);
    for (const [name, version] of facts.preinstalled) {
      // A package that the layer has, too, is never loaded from the runtime.
      if (inLayer.has(name)) continue;
      for (const text of PREINSTALLED_REQUIREMENTS[`${name} ${version}`] ?? []) {
        const wanted = parseRequirement(text);
        const found = inLayer.get(wanted.name);
        if (found === undefined || (wanted.marker !== undefined && !evaluateMarker(wanted.marker, environment)))
          continue;
        if (isInSpecifier(found.version, wanted.specifier)) continue;
        const message = `${found.name} ${found.version} is what ${name} ${version} of ${runtime} will import, which wants ${wanted.specifier}`;
        yield { path: found.path, message };
      }
    }
  },
});
