import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { expect } from 'vitest';
import { testWithTool } from '../../../../../test/tools.ts';
import { scanPython } from './scan-python.ts';

/**
 * Every import of the standard library's own sources as CPython's parser sees it, with whether something guards it: the same
 * rules, worked out on the syntax tree.
 */
const PROGRAM = `
import ast, json, os, sys, sysconfig
ERRORS = {"ImportError", "ModuleNotFoundError", "Exception", "BaseException"}
def names(node):
    if node is None: return []
    return [n.id if isinstance(n, ast.Name) else n.attr for n in ast.walk(node) if isinstance(n, (ast.Name, ast.Attribute))]
def catches(handler):
    return handler.type is None or bool(ERRORS & set(names(handler.type)))
def visit(nodes, soft, out):
    for node in nodes:
        if isinstance(node, ast.Import):
            for alias in node.names: out.append([0, alias.name, [], node.lineno, soft])
        elif isinstance(node, ast.ImportFrom):
            out.append([node.level, node.module or "", [a.name for a in node.names], node.lineno, soft])
        elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)): visit(node.body, True, out)
        elif isinstance(node, ast.ClassDef): visit(node.body, soft, out)
        elif isinstance(node, (ast.If, ast.For, ast.AsyncFor, ast.While)):
            test = names(getattr(node, "test", None))
            checking = "TYPE_CHECKING" in test
            positive = checking and not isinstance(node.test, ast.UnaryOp)
            visit(node.body, soft or not checking or positive, out)
            chained = bool(node.orelse) and isinstance(node, ast.If) and isinstance(node.orelse[0], ast.If)
            visit(node.orelse, soft or not positive or chained, out)
        elif isinstance(node, ast.Match):
            for case in node.cases: visit(case.body, True, out)
        elif isinstance(node, (ast.Try, getattr(ast, "TryStar", ast.Try))):
            taken = next(filter(catches, node.handlers), None)
            raised = taken is not None and any(isinstance(part, ast.Raise) for part in taken.body)
            visit(node.body, soft or (taken is not None and not raised), out)
            for handler in node.handlers: visit(handler.body, True, out)
            visit(node.orelse, True, out)
            visit(node.finalbody, soft, out)
        elif isinstance(node, (ast.With, ast.AsyncWith)):
            used = [n for item in node.items for n in names(item.context_expr)]
            visit(node.body, soft or ("suppress" in used and bool(ERRORS & set(used))), out)
for folder, folders, files in os.walk(sysconfig.get_path("stdlib")):
    folders[:] = [f for f in folders if f not in ("site-packages", "dist-packages", "idlelib", "test_asyncio")]
    for file in files:
        if not file.endswith(".py"): continue
        path = os.path.join(folder, file)
        try:
            source = open(path, encoding="utf-8").read()
            tree = ast.parse(source)
        except (SyntaxError, ValueError, OSError): continue
        out = []
        visit(tree.body, False, out)
        print(json.dumps([path, out]))
`;

type Row = readonly [level: number, module: string, names: readonly string[], line: number, soft: boolean];

testWithTool('python3', ['python3', '-c', 'import ast; ast.Match'])(
  'the imports of the whole standard library, as its own parser finds them',
  () => {
    const output = execFileSync('python3', ['-W', 'ignore', '-c', PROGRAM], { encoding: 'utf8', maxBuffer: 1 << 28 });
    const lines = output.trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(100);
    for (const line of lines) {
      const [path, expected] = JSON.parse(line) as [string, Row[]];
      const found = scanPython(readFileSync(path, 'utf8')).imports;
      const calls = callLines(path);
      const rows = found
        .map(({ level, module, names, line: at, kind }): Row => [level, module, names, at, kind === 'soft'])
        .filter((row) => !calls.has(row[3]) || expected.some((other) => other[3] === row[3]));
      const [ours, theirs] = [JSON.stringify(sorted(rows)), JSON.stringify(sorted(expected))];
      if (ours !== theirs) expect.fail(`${path}\nours:   ${ours}\ntheirs: ${theirs}`);
    }
  },
  120_000,
);

/** Lines with a call that imports, which is no statement: the parser's list does not have them. */
function callLines(path: string): Set<number> {
  const lines = readFileSync(path, 'utf8').split(/\r\n|\r|\n/);
  return new Set(lines.flatMap((line, at) => (/import_module|__import__/.test(line) ? [at + 1] : [])));
}

function sorted(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => a[3] - b[3]);
}
