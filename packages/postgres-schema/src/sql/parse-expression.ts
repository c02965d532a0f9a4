import { type ReferencedName, referencesIn } from "./parse-references.ts";
import {
  isTreeNode,
  namesIn,
  type Parser,
  parserOfPostgres,
  problemOf,
  type SqlProblem,
  walkTree,
} from "./parse-tree.ts";
import { type Sql, trusted } from "./sql.ts";

/** What an expression may hold besides the plain. */
export interface ExpressionOptions {
  /** Whether the expression may ask other rows with a SELECT of its own. Where PostgreSQL allows none: false, the default. */
  readonly subselects?: boolean;
}

/** An expression as SQL with the names it mentions, or why the text is none. */
export type ParsedExpression =
  | {
      readonly status: "parsed";
      readonly expression: Sql;
      /** Columns of the row, by raw name, in the order of the text. */
      readonly columns: readonly string[];
      readonly functions: readonly ReferencedName[];
      /** Types that are not PostgreSQL's own. */
      readonly types: readonly ReferencedName[];
    }
  | { readonly status: "refused"; readonly problem: SqlProblem };

/** Longer text would run the parser out of its stack, and nobody reviews it. */
const longestExpression = 8_000;

/**
 * Proves with PostgreSQL's own parser that text of a stranger is exactly one expression, so that it stays one wherever it is
 * put between parentheses: no second statement, no clause of its own, nothing unbalanced, no comment, no parameter.
 * Does not know whether the columns and functions exist. Never throws on any text.
 */
export async function parseExpression(text: string, options: ExpressionOptions = {}): Promise<ParsedExpression> {
  const parser = await parserOfPostgres();
  try {
    const problem = problemWithText(text) ?? problemWithSyntax(parser, text);
    return problem === null ? readExpression(parser, text, options) : { status: "refused", problem };
  } catch (error) {
    // The parser's own stack ran over.
    if (error instanceof RangeError) return refused("is nested too deeply");
    throw error;
  }
}

function readExpression(parser: Parser, text: string, options: ExpressionOptions): ParsedExpression {
  const target = onlyTargetOf(parser.parseSync(`SELECT ${text}`));
  if (target === null) return refused("is not one expression");
  const forbidden = forbiddenIn(target, options);
  if (forbidden !== null) return refused(forbidden);
  const columns = new Set<string>();
  walkTree(target, (kind, node) => {
    const [column, ...more] = kind === "ColumnRef" ? namesIn(node.fields) : [];
    if (column !== undefined && more.length === 0) columns.add(column);
  });
  const { functions, types } = referencesIn(target);
  return { status: "parsed", expression: trusted(text), columns: [...columns], functions, types };
}

const refused = (message: string): ParsedExpression => ({ status: "refused", problem: { message, offset: null } });

function problemWithText(text: string): SqlProblem | null {
  if (text.trim() === "") return { message: "is empty", offset: null };
  if (text.length > longestExpression)
    return { message: `is longer than ${longestExpression} characters`, offset: longestExpression };
  const nul = text.indexOf("\u0000");
  if (nul >= 0) return { message: "holds a NUL character", offset: nul };
  const half = text.search(/\p{Surrogate}/u);
  return half < 0 ? null : { message: "holds half a Unicode character", offset: half };
}

/** As a target and between parentheses: each alone lets something through, `ALL x` or `a, b`; both together do not. */
function problemWithSyntax(parser: Parser, text: string): SqlProblem | null {
  const bare = problemWithQuery(parser, text, "SELECT ", "") ?? problemWithQuery(parser, text, "SELECT (", ")");
  if (bare !== null) return bare;
  const comment = parser.scanSync(text).tokens.find(({ tokenName }) => tokenName.endsWith("COMMENT"));
  return comment === undefined ? null : { message: "holds a comment", offset: text.indexOf(comment.text) };
}

function problemWithQuery(parser: Parser, text: string, before: string, after: string): SqlProblem | null {
  try {
    parser.parseSync(before + text + after);
    return null;
  } catch (error) {
    const { message, offset } = problemOf(error, before + text + after);
    return { message, offset: offset === null ? null : Math.min(Math.max(offset - before.length, 0), text.length) };
  }
}

/** What a bare `SELECT x` has besides its target. */
const ofEverySelect = new Set(["targetList", "limitOption", "op"]);

function onlyTargetOf(tree: unknown): unknown {
  const statements: unknown = isTreeNode(tree) ? tree.stmts : undefined;
  if (!Array.isArray(statements) || statements.length !== 1) return null;
  const [only]: readonly unknown[] = statements;
  // A length means that something, a semicolon, came after the statement.
  if (!isTreeNode(only) || !isTreeNode(only.stmt) || "stmt_len" in only) return null;
  const select = only.stmt.SelectStmt;
  if (!isTreeNode(select) || Object.keys(select).some((key) => !ofEverySelect.has(key))) return null;
  if (select.op !== "SETOP_NONE" || !Array.isArray(select.targetList) || select.targetList.length !== 1) return null;
  const [target]: readonly unknown[] = select.targetList;
  const result = isTreeNode(target) ? target.ResTarget : undefined;
  return isTreeNode(result) && !("name" in result) && !("indirection" in result) ? (result.val ?? null) : null;
}

const forbiddenNodes: ReadonlyMap<string, string> = new Map([
  ["ParamRef", "holds a parameter"],
  ["SetToDefault", "holds the word DEFAULT as a value"],
  ["A_Star", "holds a * that stands for columns"],
  ["CurrentOfExpr", "speaks of a cursor"],
]);

function forbiddenIn(target: unknown, { subselects = false }: ExpressionOptions): string | null {
  let found: string | null = null;
  walkTree(target, (kind) => {
    if (kind === "SubLink" && !subselects) found ??= "holds a subselect, which PostgreSQL does not take here";
    // Inside of a subselect a * is a matter of its own.
    if (!(kind === "A_Star" && subselects)) found ??= forbiddenNodes.get(kind) ?? null;
  });
  return found;
}
