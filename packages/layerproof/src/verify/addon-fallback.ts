import type { Layer } from './layer.ts';

/** `nodejs/node_modules/ws`, `nodejs/node_modules/@a/b`: the innermost package that a file belongs to. */
const PACKAGE = /^(?:.*\/)?node_modules\/(?:@[^/]+\/)?[^/]+/;

/**
 * `try { … require('node-gyp-build')(__dirname) } catch (e) { … require('./fallback') }`: the loaders of addons
 * (https://nodejs.org/api/addons.html), or the addon itself by its path, and what is done when that fails.
 */
const GUARDED =
  /\btry\s*\{[^{}]*\brequire\(\s*['"](?:node-gyp-build(?:-optional-packages)?|bindings|pkg-prebuilds|[^'"]*\.node)['"][^{}]*\}\s*catch\b(?:\s*\([^)]*\))?\s*\{(?<handler>[^{}]*)\}/;

/**
 * Why an npm package does without its native file, e.g. `nodejs/node_modules/ws/index.js:3 does without it`: the module that it
 * starts with loads the addon in a `try` and takes JavaScript in its place when that fails. Undefined for any other file.
 */
export function addonFallback(layer: Layer, path: string): string | undefined {
  const home = layer.target.facts.node === undefined ? undefined : PACKAGE.exec(path)?.[0];
  if (home === undefined || path === home) return undefined;
  const main = layer.resolve(`${home}/${mainOf(layer, home)}`);
  const text = main === undefined ? '' : new TextDecoder().decode(main.read());
  const found = GUARDED.exec(text);
  const handler = found?.groups?.['handler'];
  if (main === undefined || found === null || handler === undefined || !/\brequire\(/.test(handler)) return undefined;
  return `${main.path}:${text.slice(0, found.index).split('\n').length} does without it`;
}

/** `main` of package.json (https://nodejs.org/api/packages.html#main), which may leave out the ending. */
function mainOf(layer: Layer, home: string): string {
  const manifest = layer.resolve(`${home}/package.json`);
  const main = manifest === undefined ? undefined : mainIn(new TextDecoder().decode(manifest.read()));
  const name = (main ?? 'index.js').replace(/^\.\//, '');
  return /\.[cm]?js$/.test(name) ? name : `${name}.js`;
}

function mainIn(manifest: string): string | undefined {
  try {
    const parsed: unknown = JSON.parse(manifest);
    const isObject = typeof parsed === 'object' && parsed !== null;
    return isObject && 'main' in parsed && typeof parsed.main === 'string' ? parsed.main : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
