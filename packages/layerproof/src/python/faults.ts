import { Fault } from '@ocr-pipeline/fault';

// Every way that reading requirements, asking an index and choosing wheels can fail, in one place.

export function badMarker(text: string, offset: number, expected: string): Fault {
  const found = offset < text.length ? `\`${text.slice(offset)}\`` : 'the end of the text';
  return new Fault('bad-marker', `Marker \`${text}\` has ${found} where ${expected} should stand`, {
    hint: 'Write the marker as the dependency specifiers have it, e.g. `python_version < "3.10"`.',
  });
}

export function badRequirement(text: string, problem: string): Fault {
  return new Fault('bad-requirement', `Requirement \`${text}\` cannot be read: ${problem}`, {
    hint: 'Write it as `name`, `name==1.2.3`, `name[extra]>=1,<2` or `name @ https://…/name-1.0-py3-none-any.whl`.',
  });
}
