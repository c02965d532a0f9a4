import { isTreeNode, namesIn, type TreeNode, walkTree } from "./parse-tree.ts";

/** A name as it stands in SQL text. `schema` is null where none is written. */
export interface ReferencedName {
  readonly schema: string | null;
  readonly name: string;
}

/** What SQL text mentions by name: tables and views, functions, and types that are not PostgreSQL's own. */
export interface References {
  readonly relations: readonly ReferencedName[];
  readonly functions: readonly ReferencedName[];
  readonly types: readonly ReferencedName[];
  /** Columns by their own names: which table's they are the text does not always say. */
  readonly columns: readonly string[];
  /** Whether a * stands for columns. */
  readonly everyColumn: boolean;
}

/** The names in a parsed tree, each once, in the order of the text. */
export function referencesIn(tree: unknown): References {
  const relations = new Map<string, ReferencedName>();
  const functions = new Map<string, ReferencedName>();
  const types = new Map<string, ReferencedName>();
  const ownNames = new Set<string>();
  const columns = new Set<string>();
  let everyColumn = false;
  const add = (to: Map<string, ReferencedName>, name: ReferencedName): void => {
    to.set(JSON.stringify([name.schema, name.name]), name);
  };
  walkTree(tree, (kind, node) => {
    if (kind === "CommonTableExpr" && typeof node.ctename === "string") ownNames.add(node.ctename);
    if (kind === "RangeVar" || kind === "relation" || kind === "view")
      addRelation(node, (name) => add(relations, name));
    if (kind === "A_Star") everyColumn = true;
    if (kind === "ColumnRef") for (const column of namesIn(node.fields).slice(-1)) columns.add(column);
    if (kind === "FuncCall") addQualified(namesIn(node.funcname), (name) => add(functions, name));
    if (kind === "TypeName" || kind === "typeName" || kind === "returnType" || kind === "argType")
      addQualified(namesIn(node.names), (name) => {
        if (name.schema !== null && name.schema !== "pg_catalog") add(types, name);
      });
  });
  return {
    // The name of a WITH query is no table's.
    relations: [...relations.values()].filter(({ schema, name }) => schema !== null || !ownNames.has(name)),
    functions: [...functions.values()],
    types: [...types.values()],
    columns: [...columns],
    everyColumn,
  };
}

function addRelation(node: TreeNode, add: (name: ReferencedName) => void): void {
  if (typeof node.relname !== "string") return;
  add({ schema: typeof node.schemaname === "string" ? node.schemaname : null, name: node.relname });
}

function addQualified(names: readonly string[], add: (name: ReferencedName) => void): void {
  const name = qualifiedName(names);
  if (name !== null) add(name);
}

/** The last two of the names: `schema.name`, or `name` alone. */
export function qualifiedName(names: readonly string[]): ReferencedName | null {
  const name = names.at(-1);
  return name === undefined ? null : { schema: names.at(-2) ?? null, name };
}

/** The name of a RangeVar node. */
export const relationName = (node: unknown): ReferencedName | null => {
  let found: ReferencedName | null = null;
  if (isTreeNode(node)) addRelation(node, (name) => (found = name));
  return found;
};
