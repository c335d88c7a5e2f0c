// https://pip.pypa.io/en/stable/topics/configuration/ (`constraint`), https://docs.astral.sh/uv/reference/environment/ (UV_CONSTRAINT)
import { resolve } from 'node:path';
import { withoutCredentials } from '../../artifact/address.ts';
import { words } from '../index/index-source.ts';
import { pipOption } from '../index/pip-configuration.ts';
import { constraintsNotThere } from './faults.ts';
import { mergeRequirements, type Requirements } from './requirements.ts';
import { isWeb, readConstraints, type RequirementsOptions } from './requirements-file.ts';

/**
 * The constraints that the machine sets for all installations, as pip and uv take them: files or addresses in PIP_CONSTRAINT, else
 * in `constraint` of pip's files, and those in UV_CONSTRAINT. Each source is told in a note, as nothing on the command line names it.
 *
 * @throws Fault `constraints-missing` for a file that is not there, and those of a requirements file.
 */
export async function configuredConstraints(options: RequirementsOptions): Promise<Requirements> {
  const { environment = {}, folder = '.' } = options;
  const ofPip = pipOption('constraint', { environment, folder });
  const ofUv = environment['UV_CONSTRAINT'];
  const sources = [
    ...(ofPip === undefined ? [] : [ofPip]),
    ...(ofUv === undefined ? [] : [{ value: ofUv, origin: 'UV_CONSTRAINT' }]),
  ];
  const read = sources.flatMap(({ value, origin }) => words(value).map((named) => readOne(named, origin, options)));
  return mergeRequirements(await Promise.all(read));
}

async function readOne(named: string, origin: string, options: RequirementsOptions): Promise<Requirements> {
  const label = withoutCredentials(named);
  const place = isWeb(named) ? named : resolve(options.folder ?? '.', named);
  const missing = (cause: unknown) => constraintsNotThere(label, origin, cause);
  const constraints = await readConstraints(place, { ...options, label }, missing);
  return {
    ...constraints,
    notes: [...constraints.notes, `${label} (${origin}) narrows the versions that may be taken`],
  };
}
