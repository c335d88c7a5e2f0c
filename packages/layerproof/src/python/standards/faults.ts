import { Fault } from '@ocr-pipeline/fault';
import { withoutCredentials } from '../../artifact/address.ts';

// Every way that a name, a version, a requirement or a marker can be wrong, in one place.

export function badMarker(text: string, offset: number, expected: string): Fault {
  const found = offset < text.length ? `\`${text.slice(offset)}\`` : 'the end of the text';
  return new Fault('bad-marker', `Marker \`${text}\` has ${found} where ${expected} should stand`, {
    hint: 'Write the marker as the dependency specifiers have it, e.g. `python_version < "3.10"`.',
  });
}

export function badRequirement(text: string, problem: string): Fault {
  return new Fault(
    'bad-requirement',
    `Requirement \`${withoutCredentials(text)}\` cannot be read: ${withoutCredentials(problem)}`,
    {
      hint: 'Write it as `name`, `name==1.2.3`, `name[extra]>=1,<2` or `name @ https://…/name-1.0-py3-none-any.whl`.',
    },
  );
}

export function badWheelName(fileName: string): Fault {
  return new Fault('bad-wheel-name', `${fileName} is not the file name of a wheel`, {
    hint: 'A wheel is named `distribution-version-python-abi-platform.whl`, e.g. `idna-3.7-py3-none-any.whl`. Keep the name it was published under.',
  });
}
