import { join } from 'node:path';
import ts from 'typescript';

/**
 * Names every word of the interface's catalogue that nobody says, and ends with 1 where there are any. A word counts as
 * said where the page reads it by its name, or by a name out of several of which it is one (`words.status[status]`).
 */
const RENDERER = join(import.meta.dirname, '../renderer');
const ENGLISH = join(RENDERER, 'ui/words/en/');
const CATALOGUES = /\/ui\/words\/(?:en|he|ar|fa)\//u;

const config = ts.getParsedCommandLineOfConfigFile(join(RENDERER, 'tsconfig.json'), undefined, {
  ...ts.sys,
  onUnRecoverableConfigFileDiagnostic: ({ messageText }) => {
    throw new Error(ts.flattenDiagnosticMessageText(messageText, '\n'));
  },
});
const program = ts.createProgram(config?.fileNames ?? [], config?.options ?? {});
const checker = program.getTypeChecker();
const sources = program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(RENDERER));

/** What is said, by where in the English catalogue it stands. */
const said = new Set<ts.Node>();
for (const source of sources) if (!CATALOGUES.test(source.fileName)) listen(source);
const english = sources.filter(
  ({ fileName }) => fileName.startsWith(ENGLISH) && !/(?:american|catalogue)\.ts$/u.test(fileName),
);
const silent = english.flatMap(silentIn);
for (const word of silent) process.stdout.write(`nobody says ${word}\n`);
process.exitCode = silent.length === 0 ? 0 : 1;

function listen(node: ts.Node): void {
  if (ts.isPropertyAccessExpression(node)) {
    say(checker.getSymbolAtLocation(node.name));
    // Handed on as a plain record, whose names nobody knows.
    if (checker.getContextualType(node)?.getStringIndexType() !== undefined) sayAll(checker.getTypeAtLocation(node));
  }
  if (ts.isElementAccessExpression(node)) sayNamed(node.expression, node.argumentExpression);
  if (ts.isObjectBindingPattern(node)) {
    const type = checker.getTypeAtLocation(node);
    for (const { propertyName, name } of node.elements) {
      const read = propertyName ?? name;
      if (ts.isIdentifier(read)) say(type.getProperty(read.text));
    }
  }
  ts.forEachChild(node, listen);
}

function say(symbol: ts.Symbol | undefined): void {
  for (const declaration of symbol?.declarations ?? []) said.add(declaration);
}

/** Every word that the name may stand for. */
function sayNamed(holder: ts.Expression, name: ts.Expression): void {
  const type = checker.getTypeAtLocation(holder);
  const names = checker.getTypeAtLocation(name);
  const all = names.isUnion() ? names.types : [names];
  for (const one of all) if (one.isStringLiteral()) say(type.getProperty(one.value));
  // By any name at all: the whole of it is meant.
  if (all.some((one) => (one.flags & ts.TypeFlags.String) !== 0)) sayAll(type);
}

function sayAll(type: ts.Type): void {
  for (const property of type.getProperties()) say(property);
}

/** The words of a file that nobody says, by their path. What holds words is no word itself; plural forms are one. */
function silentIn(source: ts.SourceFile): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node, path: readonly string[]): void => {
    if (!ts.isPropertyAssignment(node)) return ts.forEachChild(node, (child) => visit(child, path));
    const here = [...path, node.name.getText(source)];
    if (ts.isObjectLiteralExpression(node.initializer))
      node.initializer.properties.forEach((word) => visit(word, here));
    else if (!said.has(node)) found.push(here.join('.'));
    return undefined;
  };
  const file = source.fileName.slice(ENGLISH.length).replace(/\.ts$/u, '');
  for (const statement of source.statements) {
    const declared = ts.isVariableStatement(statement) ? statement.declarationList.declarations : [];
    for (const { initializer } of declared)
      if (initializer && ts.isObjectLiteralExpression(initializer)) visit(initializer, [file]);
  }
  return found;
}
