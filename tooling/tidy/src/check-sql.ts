import { ts } from "ts-morph";
import { type Finding, isTest, lineOf, type TypeScriptFile } from "./repository.ts";

/** Where text becomes SQL. */
const sqlMaker = "packages/postgres-schema/src/sql/";

/** Messages speak of SQL to people; nothing runs it. */
const isMessages = (path: string): boolean => /\/(diagnostics|messages)(\.ts$|\/)/.test(path);

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

const isQuoted = ({ expression }: ts.TemplateSpan): boolean =>
  ts.isCallExpression(expression) && quoters.includes(expression.expression.getText().split(".").at(-1) ?? "");

/** A template with values in it that reads like SQL; `tagged` ones are their tag's to judge. */
const isSqlTemplate = (node: ts.Node): node is ts.TemplateExpression =>
  ts.isTemplateExpression(node) &&
  !ts.isTaggedTemplateExpression(node.parent) &&
  statement.test([node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join("x"));

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
    .filter(({ path }) => !path.startsWith(sqlMaker) && !isTest(path) && !isMessages(path))
    .flatMap((file) => {
      const findings: Finding[] = [];
      const visit = (node: ts.Node): void => {
        const pasted = isSqlTemplate(node) && !node.templateSpans.every(isQuoted);
        if (pasted || isSqlConcatenation(node)) {
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
