/** PostgreSQL's own parser, compiled to WebAssembly. It takes 35 ms to load, so only those who have SQL text to check do. */
const loadParser = async () => {
  const parser = await import("libpg-query");
  await parser.loadModule();
  return parser;
};

export type Parser = Awaited<ReturnType<typeof loadParser>>;

let loading: Promise<Parser> | undefined;

/** The parser, loaded once a process. */
export const parserOfPostgres = (): Promise<Parser> => {
  loading ??= loadParser();
  return loading;
};

/** A node of the parser's tree, looked at by name only: which nodes exist differs between versions of PostgreSQL. */
export type TreeNode = Readonly<Record<string, unknown>>;

export const isTreeNode = (value: unknown): value is TreeNode =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/**
 * Calls `visit` with every node of a kind in a tree, in the order of the text: `("FuncCall", { funcname, … })`. Keeps its
 * own stack: a tree can be deeper than JavaScript's.
 */
export function walkTree(tree: unknown, visit: (kind: string, node: TreeNode) => void): void {
  const waiting: (readonly [kind: string | null, value: unknown])[] = [[null, tree]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [kind, value] = next;
    if (kind !== null && isTreeNode(value)) visit(kind, value);
    if (Array.isArray(value)) for (const element of value.toReversed()) waiting.push([null, element]);
    else if (isTreeNode(value)) waiting.push(...Object.entries(value).reverse());
  }
}

/** The names in a list of String nodes: `["public", "total"]`. */
export const namesIn = (list: unknown): readonly string[] =>
  Array.isArray(list)
    ? list.flatMap((element: unknown) => {
        const string = isTreeNode(element) ? element.String : undefined;
        return isTreeNode(string) ? [typeof string.sval === "string" ? string.sval : ""] : [];
      })
    : [];

/** Why text is not the SQL it should be, and where: an offset in UTF-16 code units, or null where it is about the whole. */
export interface SqlProblem {
  readonly message: string;
  readonly offset: number | null;
}

/** What the parser threw, as a problem of the text. Throws on anything that is not about the text. */
export function problemOf(error: unknown, text: string): SqlProblem {
  if (!(error instanceof Error) || error instanceof RangeError) throw error;
  const details: unknown = "sqlDetails" in error ? error.sqlDetails : undefined;
  const position = isTreeNode(details) && typeof details.cursorPosition === "number" ? details.cursorPosition : null;
  // PostgreSQL counts characters (code points) here, not bytes.
  const offset = position === null || position < 0 ? null : [...text].slice(0, position).join("").length;
  return { message: error.message, offset };
}

/** Turns an offset in UTF-8 bytes, as the tree has them, into one in UTF-16 code units. */
export function offsetsOf(text: string): (byteOffset: number) => number {
  const bytes = Buffer.from(text);
  return (byteOffset) => bytes.subarray(0, byteOffset).toString().length;
}
