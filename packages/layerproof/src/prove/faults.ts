import { Fault } from '@ocr-pipeline/fault';

export function cannotImportHere(target: string, reason: string): Fault {
  return new Fault('cannot-import-here', `The layer is for ${target}, but ${reason}`, {
    hint: 'Run this on Linux with that CPU, where that interpreter is on the PATH or installed with pyenv, uv or nvm; until then the proof is that of `layerproof verify`.',
  });
}

export function pathLeavesLayer(path: string): Fault {
  return new Fault('path-leaves-layer', `${path} would be unpacked outside of the layer's folder`, {
    hint: 'Run `layerproof verify` on it, and build the layer again without that entry.',
  });
}

export function nothingToImport(target: string, folders: readonly string[]): Fault {
  return new Fault(
    'nothing-to-import',
    `${target} looks for modules in ${folders.join(' and ')}, and the layer has none there`,
    {
      hint: 'Name the modules with `--import`, or see with `layerproof inspect` where the files lie.',
    },
  );
}
