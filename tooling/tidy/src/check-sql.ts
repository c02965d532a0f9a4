import { ts } from "ts-morph";
import { type Finding, isMessages, isTest, lineOf, type TypeScriptFile } from "./repository.ts";

/** Where text becomes SQL. */
const sqlMaker = "packages/postgres-schema/src/sql/";

/** Catalog queries are put together of constants and the server's version, and only read. */
const catalogReader = "packages/postgres-schema/src/1-introspect/";

const object =
  "(table|index|unique|schema|view|function|trigger|policy|type|sequence|database|role|extension|materialized|or)";

/** How a statement begins. Prose seldom does, and where it does it belongs into the package's messages. */
const statement = new RegExp(
  `^\\s*(${[
    "select\\s[\\s\\S]*\\sfrom\\s",
    "select\\s+[\\w.]+\\(",
    "insert\\s+into\\s",
    "update\\s[\\s\\S]*\\sset\\s",
    "delete\\s+from\\s",
    `(create|alter|drop)\\s+${object}\\s`,
    "(grant|revoke)\\s[\\s\\S]*\\son\\s",
    "comment\\s+on\\s",
    "truncate\\s",
    "set\\s+(local|session|role|search_path|constraints)\\b",
    '(lock|vacuum|analyze|reindex|listen|notify|savepoint|release|rollback to)\\s+[\\w"$]',
  ].join("|")})`,
  "i",
);

/** Quoting by the driver itself makes a value safe, too: `postgres-server` may import no other package. */
const quoters = ["escapeIdentifier", "escapeLiteral"];

const isQuoted = (expression: ts.Expression): boolean =>
  ts.isCallExpression(expression) && quoters.includes(expression.expression.getText().split(".").at(-1) ?? "");

/** A literal, or an arithmetic of some: `10 * 60_000`. */
const isLiteral = (node: ts.Expression): boolean =>
  ts.isBinaryExpression(node) ? isLiteral(node.left) && isLiteral(node.right) : ts.isLiteralExpression(node);

/** Whether an expression is the name of a literal at the top of the same file. */
const isConstant = (expression: ts.Expression): boolean =>
  ts.isIdentifier(expression) &&
  expression
    .getSourceFile()
    .statements.some(
      (node) =>
        ts.isVariableStatement(node) &&
        node.declarationList.declarations.some(
          ({ name, initializer }) =>
            name.getText() === expression.text && initializer !== undefined && isLiteral(initializer),
        ),
    );

const isSafe = ({ expression }: ts.TemplateSpan): boolean => isQuoted(expression) || isConstant(expression);

const textOf = (node: ts.TemplateExpression): string =>
  [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join("x");

const hasSqlTag = ({ parent }: ts.TemplateExpression): boolean =>
  ts.isTaggedTemplateExpression(parent) && /(^|\.)sql$/.test(parent.tag.getText());

/** A template with values in it that reads like SQL. */
const isSqlTemplate = (node: ts.Node): node is ts.TemplateExpression =>
  ts.isTemplateExpression(node) && !hasSqlTag(node) && statement.test(textOf(node));

const isSqlConcatenation = (node: ts.Node): boolean =>
  ts.isBinaryExpression(node) &&
  node.operatorToken.kind === ts.SyntaxKind.PlusToken &&
  ts.isStringLiteralLike(node.left) &&
  statement.test(`${node.left.text} x`);

/**
 * Text that becomes SQL outside of `postgres-schema/src/sql`. A constant statement with `$1` parameters is fine
 * anywhere; what has values pasted in is not, unless the `sql` tag or the driver's own quoting put them there.
 */
export const checkSql = (files: readonly TypeScriptFile[]): readonly Finding[] =>
  files
    // Messages speak of SQL to people; nothing runs it.
    .filter(({ path }) => !path.startsWith(sqlMaker) && !isTest(path) && !isMessages(path))
    .flatMap((file) => {
      const findings: Finding[] = [];
      const visit = (node: ts.Node): void => {
        const readsCatalog = file.path.startsWith(catalogReader) && /^\s*select\s/i.test(node.getText().slice(1));
        const pasted = isSqlTemplate(node) && !node.templateSpans.every(isSafe);
        if ((pasted && !readsCatalog) || isSqlConcatenation(node)) {
          findings.push({
            file: file.path,
            line: lineOf(node),
            message: "SQL is put together as text: use the sql tag",
          });
        }
        ts.forEachChild(node, visit);
      };
      visit(file.syntax);
      return findings;
    });
