/**
 * The text with `${NAME}` replaced from the environment, as pip does it in requirements files and pipenv in addresses, so that
 * credentials need not stand in a file. A variable that is not set stays as it is written.
 */
export function withVariables(text: string, environment: Readonly<Record<string, string | undefined>>): string {
  return text.replace(/\$\{([A-Z0-9_]+)\}/g, (whole, name: string) => environment[name] ?? whole);
}
