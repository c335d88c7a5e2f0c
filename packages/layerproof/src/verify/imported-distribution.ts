import type { Distribution } from './distribution.ts';
import type { Layer } from './layer.ts';
import { isLibraryName } from './native.ts';
import { pythonModules } from './python-modules.ts';
import { readRecords } from './record.ts';

/**
 * False when nothing that a distribution installed can import another one, which is nowhere: none of its imports is of a module that
 * is nowhere, unless a `try` passes over it and it has another name. Its machine code must not hold the name either. A package need
 * not be named as its module is, so any module that is nowhere may be of it. True also where that is not known.
 */
export function mayImport(layer: Layer, { name, root }: Distribution, wanted: string): boolean {
  const record = readRecords(layer).find(
    ({ distribution }) => distribution.name === name && distribution.root === root,
  );
  if (record === undefined) return true;
  const own = new Set(record.lines.map(({ path }) => path));
  const files = layer.entries.filter(({ path, kind }) => kind === 'file' && own.has(path));
  const sources = files.filter(({ path }) => path.endsWith('.py'));
  // A package without code of its own is a list of others.
  if (sources.length === 0) return true;
  const modules = pythonModules(layer.entries, layer.target);
  const isNowhere = (module: string) => {
    const top = module.split('.', 1)[0] ?? '';
    const origin = modules.originOf(top);
    const isNamespace = origin === 'layer' && modules.find(top)?.kind === 'namespace';
    return origin === 'nowhere' || origin === 'removed' || (isNamespace && modules.find(module) === undefined);
  };
  const isImported = sources.some((entry) =>
    layer.readSource(entry).imports.some(({ level, module, guard }) => {
      if (level > 0 || guard === 'type-checking' || !isNowhere(module)) return false;
      return guard !== 'try' || resembles(module, wanted);
    }),
  );
  return isImported || files.some(({ path, read }) => isLibraryName(path) && holdsName(read(), wanted));
}

/** `dateutil` and `python-dateutil`, `google.cloud.storage` and `google-cloud-storage`, `serial` and `pyserial`. */
function resembles(module: string, wanted: string): boolean {
  const [a, b] = [module, wanted].map((text) => text.toLowerCase().replaceAll(/[^a-z0-9]/g, ''));
  return a !== undefined && b !== undefined && (a.includes(b) || b.includes(a));
}

function holdsName(bytes: Uint8Array, wanted: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes(wanted.replaceAll('-', '_'));
}
