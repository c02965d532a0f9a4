import { posix } from "node:path";
import { ts } from "ts-morph";
import { lineOf, type TypeScriptFile } from "./repository.ts";

/** One import of a file: static, dynamic, of types, or an `export … from`. */
export interface Import {
  readonly specifier: string;
  readonly line: number;
}

/** The specifier node of a statement or expression that imports, if it is one. */
const specifierOf = (node: ts.Node): ts.Node | undefined => {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) return node.arguments[0];
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) return node.argument.literal;
  return undefined;
};

/** What a file imports, in its order. Imports of computed names are not seen. */
export const importsOf = (file: TypeScriptFile): readonly Import[] => {
  const imports: Import[] = [];
  const visit = (node: ts.Node): void => {
    const specifier = specifierOf(node);
    if (specifier !== undefined && ts.isStringLiteralLike(specifier)) {
      imports.push({ specifier: specifier.text, line: lineOf(node) });
    }
    ts.forEachChild(node, visit);
  };
  visit(file.syntax);
  return imports;
};

/** "@build-it/busm" of "@build-it/busm/x"; undefined for a relative path or a module of Node.js. */
export const packageNameOf = (specifier: string): string | undefined => {
  if (specifier.startsWith(".") || specifier.startsWith("node:")) return undefined;
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
};

/** The path, from the root, that a relative import of a file means. */
export const resolveRelative = (from: string, specifier: string): string =>
  posix.normalize(posix.join(posix.dirname(from), specifier));
