// CycloneDX 1.6: https://cyclonedx.org/docs/1.6/json/
import type { LayerPackage } from './layer-package.ts';
import { purlOf } from './layer-package.ts';
import { TOOL_VERSION } from './tool-version.ts';

/**
 * The bill of materials of a layer as CycloneDX JSON. It holds no time, and its serial number comes from the layer's hash: the
 * same layer has the same bill.
 */
export function makeSbom(
  layer: { readonly name: string; readonly sha256: string },
  packages: readonly LayerPackage[],
): string {
  const references = new Map(packages.map(({ resolved }) => [resolved.name, purlOf(resolved)]));
  const root = `layer:${layer.sha256}`;
  const bill = {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    serialNumber: `urn:uuid:${uuidOf(layer.sha256)}`,
    version: 1,
    metadata: {
      tools: { components: [{ type: 'application', name: 'layerproof', version: TOOL_VERSION }] },
      component: {
        type: 'application',
        'bom-ref': root,
        name: layer.name,
        hashes: [{ alg: 'SHA-256', content: layer.sha256 }],
      },
    },
    components: packages.map(({ resolved, artifact, metadata }) => ({
      type: 'library',
      'bom-ref': purlOf(resolved),
      name: resolved.name,
      version: resolved.version,
      hashes: [{ alg: 'SHA-256', content: artifact.sha256 }],
      ...licensesOf(metadata),
      purl: purlOf(resolved),
    })),
    dependencies: [
      { ref: root, dependsOn: [...references.values()] },
      ...packages.map(({ resolved }) => ({
        ref: purlOf(resolved),
        dependsOn: resolved.requires.flatMap((name) => references.get(name) ?? []),
      })),
    ],
  };
  return `${JSON.stringify(bill, null, 2)}\n`;
}

function licensesOf({ license, isLicenseExpression }: LayerPackage['metadata']) {
  if (license === undefined) return {};
  return { licenses: [isLicenseExpression ? { expression: license } : { license: { name: license } }] };
}

/** A UUID of version 8, "custom" (RFC 9562 5.8), from the first 122 bits that it leaves free of a hash. */
function uuidOf(sha256: string): string {
  const variant = ((Number.parseInt(sha256.charAt(16), 16) & 0x3) | 0x8).toString(16);
  return [
    sha256.slice(0, 8),
    sha256.slice(8, 12),
    `8${sha256.slice(13, 16)}`,
    `${variant}${sha256.slice(17, 20)}`,
    sha256.slice(20, 32),
  ].join('-');
}
