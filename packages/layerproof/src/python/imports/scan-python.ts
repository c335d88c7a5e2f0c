import { type Block, type Guard, guardOf, openBlock } from './blocks.ts';
import { Tokenizer } from './tokenizer.ts';

/** An import that a Python source asks for, by statement or by a call with its name as a literal. */
export interface PythonImport {
  /** Dots before the name: 0 for an absolute import, 1 for the module's own package, 2 for the one above. */
  readonly level: number;
  /** Dotted, without the dots in front; empty for `from . import x`. */
  readonly module: string;
  /** What `from` takes out of it, each of which may be a module or not; `*` for all; empty for a plain `import`. */
  readonly names: readonly string[];
  /** From 1. */
  readonly line: number;
  /** `hard` when the module cannot be imported without it; `soft` when it can, which the guard says why. */
  readonly kind: 'hard' | 'soft';
  readonly guard: Guard | undefined;
  /** True when a module that is there but cannot be loaded is passed over: a `try` whose handler takes ImportError and raises nothing. */
  readonly isCaught: boolean;
}

/** A string in the code; no docstring, and no bytes. */
export interface PythonString {
  /** As it stands between its quotes; `{}` for each replacement field of a formatted one. */
  readonly text: string;
  readonly line: number;
}

export interface ScannedPython {
  readonly imports: readonly PythonImport[];
  readonly strings: readonly PythonString[];
}

/**
 * What a Python source imports, and the strings in it, which may name modules and files. It is read as tokens: what stands in
 * strings and comments is no import. Takes any text; of one that is no Python, what makes sense.
 */
export function scanPython(source: string): ScannedPython {
  return new Scanner(source).scan();
}

const IMPORT_CALLS: ReadonlySet<string> = new Set(['import_module', '__import__']);

class Scanner {
  readonly #tokens: Tokenizer;
  readonly #imports: PythonImport[] = [];
  readonly #strings: PythonString[] = [];
  #blocks: Block[] = [];

  constructor(source: string) {
    this.#tokens = new Tokenizer(source);
  }

  scan(): ScannedPython {
    const tokens = this.#tokens;
    tokens.next();
    while (tokens.kind !== 'end') {
      if (tokens.kind === 'newline') {
        tokens.next();
        continue;
      }
      this.#startLine();
      this.#logicalLine();
    }
    this.#closeBlocks(0);
    return { imports: this.#imports, strings: this.#strings };
  }

  /** Closes the blocks that end here, and opens the one that starts here. */
  #startLine(): void {
    const tokens = this.#tokens;
    const { indent } = tokens;
    const closed = this.#closeBlocks(indent);
    if (tokens.kind !== 'name') return;
    let keyword = tokens.text;
    if (keyword === 'async') {
      tokens.next();
      keyword = tokens.text;
    }
    const block = openBlock(keyword, indent, closed, this.#imports.length);
    if (block !== undefined) this.#blocks.push(block);
  }

  /** The last block that is closed, when it stood at this column. */
  #closeBlocks(indent: number): Block | undefined {
    let closed: Block | undefined;
    for (let last = this.#blocks.at(-1); last !== undefined && last.indent >= indent; last = this.#blocks.at(-1)) {
      this.#blocks.pop();
      last.importsEnd = this.#imports.length;
      this.#endHandler(last);
      closed = last;
    }
    return closed?.indent === indent ? closed : undefined;
  }

  /** A logical line: statements between semicolons, behind the colon of the block that they are in. */
  #logicalLine(): void {
    const tokens = this.#tokens;
    let isStart = true;
    let inHeader = this.#blocks.at(-1)?.indent === tokens.indent && this.#blocks.at(-1)?.isOpening === true;
    while (tokens.kind !== 'newline' && tokens.kind !== 'end') {
      if (tokens.kind === 'string') {
        this.#readString(isStart);
        isStart = false;
      } else if (tokens.kind === 'name') {
        const name = tokens.text;
        const { line } = tokens;
        const wasStart: boolean = isStart;
        if (inHeader) this.#blocks.at(-1)?.header.push(name);
        if (wasStart && name === 'raise') this.#raise();
        // `lazy import x` (PEP 810).
        isStart = wasStart && name === 'lazy';
        tokens.next();
        if (name === 'import') this.#readImport(line);
        else if (name === 'from' && wasStart) this.#readFrom(line);
        else if (IMPORT_CALLS.has(name)) this.#readCall(line);
      } else {
        const { text } = tokens;
        isStart = tokens.depth === 0 && (text === ';' || text === ':');
        if (inHeader && text === ':' && tokens.depth === 0) {
          inHeader = false;
          this.#endHeader();
        }
        tokens.next();
      }
    }
    this.#endHeader();
  }

  /** What a handler catches says what the imports of its `try` are. */
  #endHeader(): void {
    const block = this.#blocks.at(-1);
    if (block?.isOpening !== true) return;
    block.isOpening = false;
    if (block.catchesImportErrors() && block.attempt?.isAnswered === false) {
      const { importsStart, importsEnd } = block.attempt;
      for (let at = importsStart; at < importsEnd; at++) {
        const found = this.#imports[at];
        if (found?.kind !== 'hard') continue;
        this.#imports[at] = { ...found, kind: 'soft', guard: 'try' };
        block.attempt.softened.push(at);
      }
    }
  }

  #raise(): void {
    for (const block of this.#blocks) block.raises = true;
    const innermost = this.#blocks.at(-1);
    if (innermost !== undefined) innermost.alwaysRaises = true;
  }

  /** Of the handlers of a `try`, the first that takes an ImportError decides: it passes it over, or raises. */
  #endHandler(block: Block): void {
    const { attempt } = block;
    if (attempt !== undefined && !attempt.isAnswered && block.catchesImportErrors()) {
      attempt.isAnswered = true;
      // A handler that says in other words what is missing guards nothing.
      for (const at of block.alwaysRaises ? attempt.softened : []) {
        const found = this.#imports[at];
        if (found !== undefined) this.#imports[at] = { ...found, kind: 'hard', guard: undefined };
      }
    }
    if (attempt === undefined || attempt.isDecided || !block.catchesLoadErrors()) return;
    attempt.isDecided = true;
    if (block.raises) return;
    for (let at = attempt.importsStart; at < attempt.importsEnd; at++) {
      const found = this.#imports[at];
      if (found !== undefined) this.#imports[at] = { ...found, isCaught: true };
    }
  }

  #add(level: number, module: string, names: readonly string[], line: number): void {
    const guard = guardOf(this.#blocks);
    const isCaught = this.#blocks.some((block) => block.kind === 'with' && block.guard() === 'try');
    this.#imports.push({ level, module, names, line, kind: guard === undefined ? 'hard' : 'soft', guard, isCaught });
  }

  /** Behind `import`: dotted names, with `as`, between commas. */
  #readImport(line: number): void {
    do {
      const module = this.#readDotted();
      if (module !== '') this.#add(0, module, [], line);
      this.#skipAs();
    } while (this.#take(','));
  }

  /** Behind `from`: dots, a dotted name, `import`, and names with `as`, perhaps in brackets. */
  #readFrom(line: number): void {
    const tokens = this.#tokens;
    let level = 0;
    while (this.#take('.')) level++;
    const module = this.#readDotted();
    if (tokens.kind !== 'name' || tokens.text !== 'import') return;
    tokens.next();
    const names: string[] = [];
    this.#take('(');
    do {
      if (this.#take('*')) names.push('*');
      else if (tokens.kind === 'name') {
        names.push(tokens.text);
        tokens.next();
      }
      this.#skipAs();
    } while (this.#take(','));
    if (names.length > 0) this.#add(level, module, names, line);
  }

  /** `import_module("name")` and `__import__("name")`, also with the package that a relative name starts from. */
  #readCall(line: number): void {
    if (!this.#take('(')) return;
    const tokens = this.#tokens;
    if (tokens.kind !== 'string' || tokens.isBytes) return;
    const name = this.#readString(false);
    if (!/^\.*[\p{ID_Start}_][\p{ID_Continue}.]*$/u.test(name)) return;
    const [dots = ''] = /^\.*/.exec(name) ?? [];
    const module = name.slice(dots.length);
    if (dots === '') return this.#add(0, module, [], line);
    const base = this.#take(',') ? this.#packageArgument() : undefined;
    if (base === undefined) this.#add(dots.length, module, [], line);
    else this.#add(0, upwards(base, dots.length - 1, module), [], line);
  }

  /** A literal second argument of `import_module`; `__name__` and `__package__` mean the module's own package. */
  #packageArgument(): string | undefined {
    const tokens = this.#tokens;
    if (tokens.kind === 'name' && tokens.text === 'package') {
      tokens.next();
      this.#take('=');
    }
    return tokens.kind === 'string' ? this.#readString(false) : undefined;
  }

  /** Adjacent strings, which are one; kept unless it is a statement of its own, as docstrings are. */
  #readString(isStart: boolean): string {
    const tokens = this.#tokens;
    const { line } = tokens;
    let text = '';
    while (tokens.kind === 'string') {
      if (!tokens.isBytes) text += contentOf(tokens);
      tokens.next();
    }
    const isAlone = isStart && (tokens.kind === 'newline' || tokens.kind === 'end');
    if (!isAlone && text !== '') this.#strings.push({ text, line });
    return text;
  }

  #readDotted(): string {
    const tokens = this.#tokens;
    let dotted = '';
    while (tokens.kind === 'name' && tokens.text !== 'import') {
      dotted += tokens.text;
      tokens.next();
      if (!this.#take('.')) break;
      dotted += '.';
    }
    return dotted;
  }

  #skipAs(): void {
    const tokens = this.#tokens;
    if (tokens.kind !== 'name' || tokens.text !== 'as') return;
    tokens.next();
    if (tokens.kind === 'name') tokens.next();
  }

  #take(operator: string): boolean {
    const tokens = this.#tokens;
    if (tokens.kind !== 'operator' || tokens.text !== operator) return false;
    tokens.next();
    return true;
  }
}

function contentOf(tokens: Tokenizer): string {
  const text = tokens.source.slice(tokens.contentStart, tokens.contentEnd);
  const plain = tokens.isFormatted ? withoutFields(text) : text;
  // Names and paths need no other escapes.
  return plain.includes('\\') ? plain.replace(/\\([\\'"])/g, '$1') : plain;
}

/** Each replacement field as `{}`. */
function withoutFields(text: string): string {
  let depth = 0;
  let plain = '';
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (depth === 0 && (character === '{' || character === '}') && text.charAt(at + 1) === character) {
      plain += character;
      at++;
    } else if (character === '{') depth++;
    else if (character === '}' && depth > 0) {
      depth--;
      if (depth === 0) plain += '{}';
    } else if (depth === 0) plain += character;
  }
  return plain;
}

/** The module below the package that many steps above `base`. */
function upwards(base: string, steps: number, module: string): string {
  const parts = base.split('.');
  return [...parts.slice(0, Math.max(0, parts.length - steps)), module].filter((part) => part !== '').join('.');
}
