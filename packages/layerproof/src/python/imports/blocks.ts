/** Why a module can be imported without what it imports there. */
export type Guard =
  /** A `try` whose handler catches ImportError and does not raise, the handler itself, or `contextlib.suppress(ImportError)`. */
  | 'try'
  /** Only type checkers look there (`typing.TYPE_CHECKING`). */
  | 'type-checking'
  /** It is done when the function is called. */
  | 'function'
  /** It is done only when a condition holds. */
  | 'condition';

type BlockKind = 'function' | 'class' | 'with' | 'condition' | 'try' | 'except' | 'else-of-try' | 'finally';

const KINDS: Readonly<Record<string, BlockKind>> = {
  def: 'function',
  class: 'class',
  with: 'with',
  if: 'condition',
  elif: 'condition',
  for: 'condition',
  while: 'condition',
  match: 'condition',
  case: 'condition',
  try: 'try',
  except: 'except',
  finally: 'finally',
};

/** Exceptions that a failed import is, or is caught by. */
const IMPORT_ERRORS: ReadonlySet<string> = new Set([
  'ImportError',
  'ModuleNotFoundError',
  'Exception',
  'BaseException',
]);

const LOAD_ERRORS: ReadonlySet<string> = new Set(['ImportError', 'Exception', 'BaseException']);

/** A compound statement whose body is being read. */
export class Block {
  readonly kind: BlockKind;
  readonly indent: number;
  /** Names in its header, the keyword first. */
  readonly header: string[] = [];
  /** True until the colon that ends its header. */
  isOpening = true;
  /** True when something is raised in it. */
  raises = false;
  /** True when that is done in any case: in none of the statements inside of it. */
  alwaysRaises = false;
  /** Of a `try`: true when a handler was read that takes what a module that is nowhere gives. */
  isAnswered = false;
  /** Of a `try`: places of the imports that nothing but it guards. */
  readonly softened: number[] = [];
  /** Of a `try`: true when a handler was read that takes ImportError. */
  isDecided = false;
  /** Imports inside of it, as places in the list of imports. */
  readonly importsStart: number;
  importsEnd = 0;
  /** Of a handler, an `else` or a `finally`: the `try` that it belongs to. */
  readonly attempt: Block | undefined;
  /** True for the `else` of `if TYPE_CHECKING`, which is what runs. */
  readonly runsAlways: boolean;

  constructor(kind: BlockKind, indent: number, importsStart: number, attempt: Block | undefined, runsAlways: boolean) {
    this.kind = kind;
    this.indent = indent;
    this.importsStart = importsStart;
    this.attempt = attempt;
    this.runsAlways = runsAlways;
  }

  catchesImportErrors(): boolean {
    if (this.kind !== 'except') return false;
    return this.header.length === 1 || this.header.some((name) => IMPORT_ERRORS.has(name));
  }

  /** A module that is there but cannot be loaded gives an ImportError that is no ModuleNotFoundError. */
  catchesLoadErrors(): boolean {
    return (
      this.catchesImportErrors() && (this.header.length === 1 || this.header.some((name) => LOAD_ERRORS.has(name)))
    );
  }

  guard(): Guard | undefined {
    const { kind, header } = this;
    if (kind === 'function') return 'function';
    if (kind === 'except' || kind === 'else-of-try') return 'try';
    if (kind === 'with') {
      return header.includes('suppress') && header.some((name) => IMPORT_ERRORS.has(name)) ? 'try' : undefined;
    }
    if (kind !== 'condition' || this.runsAlways) return undefined;
    if (!isTypeChecking(this))
      return header.includes('TYPE_CHECKING') && header.includes('not') ? undefined : 'condition';
    return 'type-checking';
  }
}

function isTypeChecking({ kind, header }: Block): boolean {
  return kind === 'condition' && header.at(-1) === 'TYPE_CHECKING' && !header.includes('not');
}

/** The block that a line with this first word opens; `closed` is the one that ended at its column. */
export function openBlock(
  keyword: string,
  indent: number,
  closed: Block | undefined,
  importsStart: number,
): Block | undefined {
  const attempt = closed?.kind === 'try' ? closed : closed?.attempt;
  if (keyword === 'else') {
    if (attempt !== undefined) return new Block('else-of-try', indent, importsStart, attempt, false);
    return new Block('condition', indent, importsStart, undefined, closed !== undefined && isTypeChecking(closed));
  }
  const kind = Object.hasOwn(KINDS, keyword) ? KINDS[keyword] : undefined;
  if (kind === undefined) return undefined;
  const belongs = kind === 'except' || kind === 'finally' ? attempt : undefined;
  return new Block(kind, indent, importsStart, belongs, false);
}

/** What guards an import in these blocks, outermost first. */
export function guardOf(blocks: readonly Block[]): Guard | undefined {
  const guards = new Set(blocks.map((block) => block.guard()));
  return ORDER.find((guard) => guards.has(guard));
}

/** Of several guards the one that says most. */
const ORDER: readonly Guard[] = ['function', 'type-checking', 'try', 'condition'];
