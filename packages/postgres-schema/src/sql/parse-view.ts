import { type ReferencedName, type References, referencesIn, relationName } from "./parse-references.ts";
import type { StatementText } from "./parse-statement.ts";
import { isTreeNode, type TreeNode } from "./parse-tree.ts";

/** CREATE VIEW. */
export interface ViewStatement {
  readonly kind: "view";
  readonly name: ReferencedName;
  /** The query alone. */
  readonly query: string;
  /** Sorted, as PostgreSQL lists them: `security_invoker=true`, `check_option=local`. */
  readonly options: readonly string[];
  readonly references: References;
}

const checkOptions: ReadonlyMap<unknown, string> = new Map([
  ["LOCAL_CHECK_OPTION", "check_option=local"],
  ["CASCADED_CHECK_OPTION", "check_option=cascaded"],
]);

/** A plain view; null for what has no query of its own to show: temporary and recursive views, a list of column names. */
export function describeView(node: TreeNode, source: StatementText): ViewStatement | null {
  const name = relationName(node.view);
  const temporary = !isTreeNode(node.view) || node.view.relpersistence !== "p";
  const recursive = source.words.slice(0, 4).some(({ text }) => text.toUpperCase() === "RECURSIVE");
  if (name === null || temporary || recursive || "aliases" in node) return null;
  const query = queryOf(source, checkOptions.has(node.withCheckOption));
  const check = checkOptions.get(node.withCheckOption);
  const options = [...optionsOf(node.options), ...(check === undefined ? [] : [check])].sort();
  return query === null ? null : { kind: "view", name, query, options, references: referencesIn(node.query) };
}

/** Between the first AS outside of parentheses (it is a reserved word, so no name) and WITH … CHECK OPTION. */
function queryOf({ text, words }: StatementText, hasCheckOption: boolean): string | null {
  let depth = 0;
  for (const word of words) {
    if (word.text === "(") depth++;
    if (word.text === ")") depth--;
    if (depth !== 0 || word.text.toUpperCase() !== "AS") continue;
    const end = hasCheckOption ? words.findLast((last) => last.text.toUpperCase() === "WITH")?.start : undefined;
    return text.slice(word.end, end).trim();
  }
  return null;
}

function optionsOf(options: unknown): readonly string[] {
  if (!Array.isArray(options)) return [];
  return options.flatMap((option: unknown) => {
    const element = isTreeNode(option) ? option.DefElem : undefined;
    if (!isTreeNode(element) || typeof element.defname !== "string") return [];
    return [`${element.defname}=${flagOf(element.arg)}`];
  });
}

/** A flag alone means true; it may also stand as a word, a string or a number. */
function flagOf(value: unknown): string {
  if (!isTreeNode(value)) return "true";
  const string = isTreeNode(value.String) ? value.String.sval : undefined;
  const boolean = isTreeNode(value.Boolean) ? value.Boolean.boolval === true : undefined;
  const integer = isTreeNode(value.Integer) ? String(value.Integer.ival ?? 0) : undefined;
  const names = isTreeNode(value.TypeName) && Array.isArray(value.TypeName.names) ? value.TypeName.names : [];
  const [first]: readonly unknown[] = names;
  const word = isTreeNode(first) && isTreeNode(first.String) ? first.String.sval : undefined;
  const text = String(string ?? boolean ?? integer ?? word ?? "true").toLowerCase();
  return ["true", "on", "yes", "1"].includes(text)
    ? "true"
    : ["false", "off", "no", "0"].includes(text)
      ? "false"
      : text;
}
