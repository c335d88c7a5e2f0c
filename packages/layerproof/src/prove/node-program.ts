/**
 * Loads one package as a function does and writes to file 3 what came of it, like the program for Python. `require` first; what
 * only `import` can load is imported. The package lies in a `node_modules` of the working folder.
 */
export const NODE_PROGRAM = `
const fs = require('node:fs');
const [root, name] = process.argv.slice(1);
const MODULES_ONLY = ['ERR_REQUIRE_ESM', 'ERR_REQUIRE_ASYNC_MODULE', 'ERR_PACKAGE_PATH_NOT_EXPORTED'];
const end = (text) => { fs.writeSync(3, text); process.reallyExit(0); };
const told = (error) => {
  const text = error instanceof Error ? error.name + ': ' + error.message.split('\\nRequire stack:')[0] : String(error);
  const [, at = ''] = new RegExp(root + '/([^()\\\\n]+:\\\\d+):\\\\d+').exec(error?.stack ?? '') ?? [];
  return text.slice(0, 8000) + '\\0' + at;
};
const load = async () => {
  try { require(name); } catch (error) {
    if (!MODULES_ONLY.includes(error?.code)) throw error;
    await import(name);
  }
};
load().then(() => end('\\0'), (error) => end(told(error)));
`;
