import { describeStatement, type StatementMeaning } from "./parse-statement.ts";
import { isTreeNode, offsetsOf, type Parser, parserOfPostgres, problemOf, type SqlProblem } from "./parse-tree.ts";

/** One statement of a file. */
export interface ParsedStatement {
  /** Without the semicolon, and without what comes before its first word. */
  readonly text: string;
  /** Of its first word, in UTF-16 code units from the beginning of the file. */
  readonly offset: number;
  readonly meaning: StatementMeaning;
}

/** The statements of a file in their order, or why its text is no SQL. */
export type ParsedStatements =
  | { readonly status: "parsed"; readonly statements: readonly ParsedStatement[] }
  | { readonly status: "refused"; readonly problem: SqlProblem };

/** Longer files would run the parser out of its memory. */
const longestFile = 1_000_000;

/** Splits the text of an SQL file into statements with PostgreSQL's own parser, and says what each one makes. */
export async function parseStatements(text: string): Promise<ParsedStatements> {
  if (text.length > longestFile)
    return { status: "refused", problem: { message: `is longer than ${longestFile} characters`, offset: longestFile } };
  if (text.includes("\u0000"))
    return { status: "refused", problem: { message: "holds a NUL character", offset: text.indexOf("\u0000") } };
  const parser = await parserOfPostgres();
  try {
    return { status: "parsed", statements: splitStatements(parser, text) };
  } catch (error) {
    if (error instanceof RangeError)
      return { status: "refused", problem: { message: "is nested too deeply", offset: null } };
    return { status: "refused", problem: problemOf(error, text) };
  }
}

function splitStatements(parser: Parser, text: string): readonly ParsedStatement[] {
  // The parser takes no text without a word.
  const tokens = text.trim() === "" ? [] : parser.scanSync(text).tokens;
  const words = tokens.filter(({ tokenName }) => !tokenName.endsWith("COMMENT"));
  if (words.length === 0) return [];
  const offsetOf = offsetsOf(text);
  const tree: unknown = parser.parseSync(text);
  const statements: unknown = isTreeNode(tree) ? tree.stmts : undefined;
  if (!Array.isArray(statements)) return [];
  return statements.flatMap((statement: unknown) => {
    if (!isTreeNode(statement)) return [];
    const start = typeof statement.stmt_location === "number" ? statement.stmt_location : 0;
    const end = typeof statement.stmt_len === "number" ? start + statement.stmt_len : Buffer.byteLength(text);
    const own = words.filter((word) => word.start >= start && word.end <= end);
    const [first, last] = [own[0], own.at(-1)];
    if (first === undefined || last === undefined) return [];
    const offset = offsetOf(first.start);
    const body = text.slice(offset, offsetOf(last.end));
    const relative = own.map((word) => ({
      text: word.text,
      start: offsetOf(word.start) - offset,
      end: offsetOf(word.end) - offset,
    }));
    return [
      { text: body, offset, meaning: describeStatement(parser, statement.stmt, { text: body, words: relative }) },
    ];
  });
}
