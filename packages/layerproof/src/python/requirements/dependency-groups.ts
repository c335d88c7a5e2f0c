// https://packaging.python.org/en/latest/specifications/dependency-groups/ (PEP 735)
import { normalizeName } from '../standards/name.ts';
import { asRecord, textOf, type Untyped } from '../untyped.ts';
import { badProject } from './faults.ts';

/**
 * The requirements of a group, with those of the groups that it includes.
 *
 * @throws Fault `bad-project` for a group that is not there, that is written twice, or that includes itself.
 */
export function dependencyGroup(table: Untyped, name: string, label: string, within: readonly string[] = []): string[] {
  const group = normalizeName(name);
  if (within.includes(group)) {
    throw badProject(label, `the dependency group ${[...within, group].join(' includes ')}, and so has no end`);
  }
  const named = Object.entries(table).filter(([other]) => normalizeName(other) === group);
  const [first] = named;
  if (first === undefined)
    throw badProject(label, `${within.at(-1)} includes the dependency group ${name}, which is not there`);
  if (named.length > 1)
    throw badProject(label, `${named.map(([other]) => other).join(' and ')} are one dependency group, written twice`);
  const list = first[1];
  if (!Array.isArray(list)) throw badProject(label, `the dependency group ${name} is not a list`);
  return list.flatMap((item: unknown) => {
    if (typeof item === 'string') return [item];
    const included = textOf(asRecord(item)['include-group']);
    if (included === undefined)
      throw badProject(
        label,
        `the dependency group ${name} has an entry that is neither a requirement nor \`include-group\``,
      );
    return dependencyGroup(table, included, label, [...within, group]);
  });
}
