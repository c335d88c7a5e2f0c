import { badConfiguration } from './faults.ts';

/** Sections, then keys in lower case, then values. */
export type ConfigSections = ReadonlyMap<string, ReadonlyMap<string, string>>;

/**
 * Reads a file as Python's `configparser.RawConfigParser` does, which pip uses: `key = value` or `key: value`, whole lines that
 * begin with `#` or `;` are comments, deeper lines go on with the value. Unlike other INI files it has no quotes, no comments
 * after a value and no dots in sections: a `#` or `;` in a password is a part of it.
 *
 * @throws Fault `bad-configuration` for a line that belongs to no section, or is none of these.
 */
export function parseConfig(text: string, path: string): ConfigSections {
  const sections = new Map<string, Map<string, string>>();
  let section: Map<string, string> | undefined;
  let key: string | undefined;
  let indent = 0;
  for (const [index, line] of text
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/)
    .entries()) {
    const trimmed = line.trim();
    if (trimmed === '' || /^[#;]/.test(trimmed)) continue;
    const depth = line.length - line.trimStart().length;
    if (section !== undefined && key !== undefined && depth > indent) {
      section.set(key, `${section.get(key) ?? ''}\n${trimmed}`);
      continue;
    }
    indent = depth;
    const header = /^\[([^\]]+)\]/.exec(trimmed)?.[1];
    if (header !== undefined) {
      section = sections.get(header) ?? new Map<string, string>();
      sections.set(header, section);
      key = undefined;
      continue;
    }
    const [, name, value = ''] = /^([^=:]+?)\s*[=:]\s*(.*)$/.exec(trimmed) ?? [];
    if (section === undefined || name === undefined) {
      throw badConfiguration(path, `line ${index + 1} is no \`key = value\` in a [section]`);
    }
    key = name.toLowerCase();
    section.set(key, value);
  }
  return sections;
}
