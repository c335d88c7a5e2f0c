// CycloneDX 1.6: https://cyclonedx.org/docs/1.6/json/
import type { LayerComponent } from './layer-package.ts';
import { TOOL_VERSION } from './tool-version.ts';

/**
 * The bill of materials of a layer as CycloneDX JSON. It holds no time, and its serial number comes from the layer's hash: the
 * same layer has the same bill.
 */
export function makeSbom(
  layer: { readonly name: string; readonly sha256: string },
  components: readonly LayerComponent[],
): string {
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
    components: components.map(({ name, version, purl, artifact, license, isLicenseExpression }) => ({
      type: 'library',
      'bom-ref': purl,
      name,
      version,
      ...(artifact === undefined ? {} : { hashes: [{ alg: 'SHA-256', content: artifact.sha256 }] }),
      ...licensesOf(license, isLicenseExpression),
      purl,
    })),
    dependencies: [
      { ref: root, dependsOn: components.map(({ purl }) => purl) },
      ...components.map(({ purl, needs }) => ({ ref: purl, dependsOn: needs })),
    ],
  };
  return `${JSON.stringify(bill, null, 2)}\n`;
}

function licensesOf(license: string | undefined, isLicenseExpression: boolean) {
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
