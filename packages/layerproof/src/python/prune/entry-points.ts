/**
 * Modules that `entry_points.txt` names, whatever the group (https://packaging.python.org/en/latest/specifications/entry-points/):
 * `name = module.path:attribute [extra]`.
 */
export function entryPointModules(text: string): string[] {
  const modules = new Set<string>();
  for (const line of text.split(/\r?\n/)) {
    const module = /^[^#;[=][^=]*=\s*([\p{ID_Continue}.]+)/u.exec(line.trim())?.[1];
    if (module !== undefined) modules.add(module);
  }
  return [...modules].sort();
}
