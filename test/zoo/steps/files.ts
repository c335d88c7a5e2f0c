import { posix } from 'node:path';
import { each, fileOf, linkTo, only, put } from '../draft.ts';
import type { Step } from '../specimen.ts';

type Where = RegExp | string;

export function addFile(path: string, content: string | Uint8Array = '', mode?: number): Step {
  return { apply: ({ files }) => put(files, fileOf(path, content, mode)) };
}

/** Files of the function, by their paths in its own folder. */
export function addFunction(sources: Readonly<Record<string, string | Uint8Array>>): Step {
  return {
    apply(draft) {
      for (const [path, content] of Object.entries(sources)) put(draft.function, fileOf(path, content));
    },
  };
}

export function addSymlink(path: string, target: string): Step {
  return { apply: ({ files }) => put(files, linkTo(path, target)) };
}

/** Leaves out every file that matches. */
export function removeFile(where: Where): Step {
  return {
    apply({ files }) {
      for (const { path } of each(files, where)) files.delete(path);
    },
  };
}

/** Gives every file that matches another path. */
export function moveFile(where: Where, to: string | ((path: string) => string)): Step {
  return {
    apply({ files }) {
      for (const entry of each(files, where)) {
        files.delete(entry.path);
        const path = typeof to === 'function' ? to(entry.path) : to;
        put(files, { ...entry, path });
      }
    },
  };
}

/** Puts everything that is in the layer so far into other folders. */
export function moveAll(to: (path: string) => string): Step {
  return moveFile(/^/, to);
}

/** Rewrites the one file that matches. */
export function changeFile(where: Where, change: (bytes: Buffer) => Uint8Array | string): Step {
  return {
    apply({ files }) {
      const entry = only(files, where);
      put(files, fileOf(entry.path, change(Buffer.from(entry.read())), entry.mode));
    },
  };
}

/** Rewrites a text. @throws where the text that is to go is not there. */
export function editText(where: Where, old: string | RegExp, replacement: string): Step {
  return changeFile(where, (bytes) => {
    const text = bytes.toString('utf8');
    const changed = text.replace(old, replacement);
    if (changed === text) throw new Error(`${String(where)} holds no ${String(old)}`);
    return changed;
  });
}

/** Adds lines to the headers of METADATA. */
export function editMetadata(name: string, ...lines: readonly string[]): Step {
  return editText(new RegExp(`/${name}-[^/]+\\.dist-info/METADATA$`), /\n/, `\n${lines.join('\n')}\n`);
}

/** METADATA, WHEEL and RECORD, as those of a pure package that lies in `python`. */
export function addDistribution(name: string, version: string, ...headers: readonly string[]): Step {
  const folder = `python/${name.replaceAll('-', '_')}-${version}.dist-info`;
  const metadata = ['Metadata-Version: 2.1', `Name: ${name}`, `Version: ${version}`, ...headers, '', ''].join('\n');
  return {
    apply({ files }) {
      put(files, fileOf(`${folder}/METADATA`, metadata));
      put(files, fileOf(`${folder}/WHEEL`, 'Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n'));
    },
  };
}

export function setMode(where: Where, mode: number): Step {
  return {
    apply({ files }) {
      for (const entry of each(files, where)) put(files, { ...entry, mode });
    },
  };
}

/** As a Windows or a strict umask leaves it: nobody but the owner may read. */
export function clearMode(where: Where): Step {
  return setMode(where, 0o600);
}

export function cutFile(where: Where, bytes: number): Step {
  return changeFile(where, (whole) => {
    if (whole.length <= bytes) throw new Error(`${String(where)} has only ${whole.length} bytes`);
    return whole.subarray(0, bytes);
  });
}

/** What Git LFS leaves in the place of a file that was not fetched. */
export function lfsPointer(where: Where): Step {
  return changeFile(
    where,
    ({ length }) => `version https://git-lfs.github.com/spec/v1\noid sha256:${'4d7a2146'.repeat(8)}\nsize ${length}\n`,
  );
}

/** Says another Python in the name of an extension module. */
export function renameAbiTag(from: string, to: string): Step {
  return moveFile(new RegExp(from.replaceAll('.', '\\.')), (path) => path.replace(from, to));
}

/** A pure package of one file. */
export function addPackage(name: string, source = ''): Step {
  return addFile(`python/${name}/__init__.py`, source);
}

/** Puts what is in the layer so far one folder deeper, or elsewhere. */
export function wrongRoot(from: string, to: string): Step {
  return moveAll((path) =>
    path === from || path.startsWith(`${from}/`) ? posix.join(to, posix.relative(from, path)) : path,
  );
}

/** What is there so far becomes a layer of its own, below this one. */
export function nextLayer(): Step {
  return {
    apply({ files, others }) {
      others.push(new Map(files));
      files.clear();
    },
  };
}
