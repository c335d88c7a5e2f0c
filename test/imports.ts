import { posix } from 'node:path';
import { type Room, WORKSPACES } from './rooms.ts';

/** Source files by their path from the root of the repository, with `/` between folders. */
export type Sources = ReadonlyMap<string, string>;

const IMPORT =
  /(?:^|[\s;}])(?:import|export)\s[^'"]*?\bfrom\s*['"]([^'"]+)['"]|(?:^|[\s;}(=])import\s*\(?\s*['"]([^'"]+)['"]/g;

/** Every module that a source text names in an import or a re-export. Comments are not code and are left out. */
export function importsOf(source: string): string[] {
  const code = source.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
  return [...code.matchAll(IMPORT)].map((match) => match[1] ?? match[2] ?? '');
}

export function roomOf(path: string, rooms: readonly Room[]): Room | undefined {
  const within = rooms.filter((room) => path.startsWith(room.path.endsWith('/') ? room.path : `${room.path}/`));
  return within.toSorted((a, b) => b.path.length - a.path.length)[0];
}

/** Workspace packages may publish more than one entry (`@ocr-pipeline/pipeline/contracts`): all belong to their package's room. */
function workspaceEntry(specifier: string): string | undefined {
  for (const [name, entry] of Object.entries(WORKSPACES)) {
    if (specifier === name || specifier.startsWith(`${name}/`)) return entry;
  }
  return undefined;
}

/** One sentence per import that crosses a wall; none when the rooms are kept. */
export function brokenWalls(sources: Sources, rooms: readonly Room[]): string[] {
  const broken: string[] = [];
  for (const [path, source] of sources) {
    const room = roomOf(path, rooms);
    if (room === undefined) {
      broken.push(`${path} stands in no room`);
      continue;
    }
    const isTest = /\.(test|contract)\.ts$/.test(path) || path.includes('/testing/');
    for (const specifier of importsOf(source)) {
      const problem = wall(path, specifier, room, rooms, isTest);
      if (problem !== undefined) broken.push(`${path} imports ${specifier}: ${problem}`);
    }
  }
  return broken;
}

function wall(
  path: string,
  specifier: string,
  room: Room,
  rooms: readonly Room[],
  isTest: boolean,
): string | undefined {
  const entry = workspaceEntry(specifier);
  if (specifier.startsWith('.') || entry !== undefined) {
    const target = entry ?? posix.join(posix.dirname(path), specifier);
    const targetRoom = roomOf(target, rooms);
    if (targetRoom === undefined) return 'that file stands in no room';
    if (targetRoom.path === room.path || room.may.includes('*') || room.may.includes(targetRoom.path)) return undefined;
    if (isTest && targetRoom.path === 'test') return undefined;
    return `${room.path} may not import ${targetRoom.path}`;
  }
  if (specifier.startsWith('node:')) {
    // A test stands at the edge: it may read files and start servers for the room that it tests.
    if (isTest || room.builtins.some((allowed) => allowed.test(specifier))) return undefined;
    return `${room.path} may not use ${specifier}`;
  }
  if (isTest || room.packages.some((allowed) => allowed.test(specifier))) return undefined;
  return `${room.path} may not use this package`;
}
