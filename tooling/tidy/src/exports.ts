import { ts } from "ts-morph";
import { lineOf, type TypeScriptFile } from "./repository.ts";

/** A name that a file exports. */
export interface Export {
  readonly name: string;
  readonly sort: "function" | "const" | "class" | "type";
  readonly line: number;
  readonly documented: boolean;
  /** Where it is declared: another file's path, relative to this one, for `export … from`. */
  readonly from?: string;
  /** Its name there. */
  readonly originalName?: string;
}

const isExported = (node: ts.Node): boolean =>
  ts.canHaveModifiers(node) &&
  (ts.getModifiers(node)?.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword) ?? false);

const isDocumented = (node: ts.Node): boolean => ts.getJSDocCommentsAndTags(node).length > 0;

const isFunction = (declaration: ts.VariableDeclaration): boolean =>
  declaration.initializer !== undefined &&
  (ts.isArrowFunction(declaration.initializer) || ts.isFunctionExpression(declaration.initializer));

const exportsOfStatement = (statement: ts.Statement): readonly Export[] => {
  if (ts.isExportDeclaration(statement) && statement.exportClause && ts.isNamedExports(statement.exportClause)) {
    const specifier = statement.moduleSpecifier;
    const from = specifier !== undefined && ts.isStringLiteral(specifier) ? specifier.text : undefined;
    return statement.exportClause.elements.map((element) => ({
      name: element.name.text,
      sort: statement.isTypeOnly || element.isTypeOnly ? "type" : "const",
      line: lineOf(element),
      documented: isDocumented(statement),
      ...(from === undefined ? {} : { from, originalName: (element.propertyName ?? element.name).text }),
    }));
  }
  if (!isExported(statement)) return [];
  const common = { line: lineOf(statement), documented: isDocumented(statement) };
  if (ts.isVariableStatement(statement)) {
    return statement.declarationList.declarations.map((declaration) => ({
      name: declaration.name.getText(),
      sort: isFunction(declaration) ? "function" : "const",
      ...common,
    }));
  }
  if (ts.isFunctionDeclaration(statement))
    return [{ name: statement.name?.text ?? "default", sort: "function", ...common }];
  if (ts.isClassDeclaration(statement)) return [{ name: statement.name?.text ?? "default", sort: "class", ...common }];
  if (ts.isInterfaceDeclaration(statement) || ts.isTypeAliasDeclaration(statement)) {
    return [{ name: statement.name.text, sort: "type", ...common }];
  }
  return [];
};

/** What a file exports by name, in its order. A schema and its type of the same name are two exports. */
export const exportsOf = (file: TypeScriptFile): readonly Export[] =>
  file.syntax.statements.flatMap(exportsOfStatement);

/** The lines of `export * from`, which hide what a file exports. */
export const starExportsOf = (file: TypeScriptFile): readonly number[] =>
  file.syntax.statements
    .filter((node) => ts.isExportDeclaration(node) && node.exportClause === undefined)
    .map((node) => lineOf(node));
