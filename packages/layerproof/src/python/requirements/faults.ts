import { Fault } from '@ocr-pipeline/fault';

// Every way that reading requirements files can fail, in one place.

export function badRequirementLine(origin: string, problem: string, cause?: unknown): Fault {
  return new Fault('bad-requirement-line', `${origin}: ${problem}`, {
    hint: 'Correct the line. Known options: -r, -c, --hash=sha256:…, --index-url, --extra-index-url, --find-links, --no-index, --pre.',
    cause,
  });
}

export function missingRequirementsFile(path: string, cause: unknown): Fault {
  return new Fault('missing-input', `There is no readable file ${path}`, {
    hint: 'Give the path of a requirements file, of a `pylock.toml`, or of a folder of files to add.',
    cause,
  });
}
