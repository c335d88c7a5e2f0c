/** Names that Windows keeps for devices, characters that it does not take, and ends that it drops. */
const NOT_FOR_WINDOWS =
  /(?:^|\/)(?:(?:con|prn|aux|nul|com[1-9]|lpt[1-9])(?:\.[^/]*)?|[^/]*(?:[<>"|?*\p{Cc}][^/]*|[. ]))(?:\/|$)/iu;

/**
 * Paths of a layer that cannot be unzipped on Windows, one sentence each. Lambda's own file system takes them: it is a note and
 * no fault. Of paths that differ in case only a rule of `verify` tells.
 */
export function portabilityNotes(paths: readonly string[]): string[] {
  return paths
    .filter((path) => NOT_FOR_WINDOWS.test(path))
    .map((path) => `${path} has a name that Windows does not take: the layer cannot be unzipped there`);
}
