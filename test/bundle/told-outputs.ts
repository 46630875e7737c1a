import { join } from 'node:path';
import ts from 'typescript';

/**
 * The names of the outputs that an action's `main.ts` sets, by itself or in what it imports from `src/github`: keys of what
 * is handed to `outputs(…)`, as the type checker knows them, and the first argument of `output(…)`.
 */
export class OutputReader {
  readonly #root: string;
  readonly #program: ts.Program;

  constructor(root: string, actions: readonly string[]) {
    this.#root = root;
    const config = ts.readConfigFile(join(root, 'tsconfig.json'), (file) => ts.sys.readFile(file));
    const { options } = ts.parseJsonConfigFileContent({ ...config.config, include: [] }, ts.sys, root);
    const files = actions.map((name) => join(root, 'actions', name, 'main.ts'));
    this.#program = ts.createProgram(files, { ...options, noEmit: true });
  }

  outputsOf(action: string): readonly string[] {
    const found = new Set<string>();
    this.#read(join(this.#root, 'actions', action, 'main.ts'), found, new Set());
    return [...found].sort();
  }

  #read(file: string, found: Set<string>, seen: Set<string>): void {
    const source = this.#program.getSourceFile(file);
    if (source === undefined || seen.has(file)) return;
    seen.add(file);
    const checker = this.#program.getTypeChecker();
    const visit = (node: ts.Node): void => {
      if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
        const [argument] = node.arguments;
        const called = node.expression.name.text;
        if (argument && called === 'outputs')
          for (const { name } of checker.getTypeAtLocation(argument).getProperties()) found.add(name);
        if (argument && called === 'output' && ts.isStringLiteral(argument)) found.add(argument.text);
      }
      const imported = importedFile(node);
      const next = imported === null ? '' : join(file, '..', imported);
      // what an action does is in steps and reports; `action.ts` is how it sets an output
      if (next.startsWith(join(this.#root, 'src', 'github')) && !next.endsWith(join('github', 'action.ts')))
        this.#read(next, found, seen);
      ts.forEachChild(node, visit);
    };
    visit(source);
  }
}

/** `../../src/github/steps/deploy.ts` of an import, static or not. */
function importedFile(node: ts.Node): string | null {
  if (ts.isImportDeclaration(node) && ts.isStringLiteral(node.moduleSpecifier))
    return node.moduleSpecifier.text;
  if (!ts.isCallExpression(node) || node.expression.kind !== ts.SyntaxKind.ImportKeyword) return null;
  const [argument] = node.arguments;
  return argument && ts.isStringLiteral(argument) ? argument.text : null;
}
