import { qualifiedName, type ReferencedName, type References, referencesIn, relationName } from "./parse-references.ts";
import { describeRoutine, type RoutineStatement } from "./parse-routine.ts";
import { isTreeNode, namesIn, type Parser, type TreeNode } from "./parse-tree.ts";
import { printTypeName } from "./parse-type-name.ts";
import { describeView, type ViewStatement } from "./parse-view.ts";

/** A statement's text and its words, with offsets in it. */
export interface StatementText {
  readonly text: string;
  readonly words: readonly { readonly text: string; readonly start: number; readonly end: number }[];
}

/** CREATE TRIGGER. */
export interface TriggerStatement {
  readonly kind: "trigger";
  readonly name: string;
  readonly table: ReferencedName;
  readonly routine: ReferencedName;
  readonly references: References;
}

/** An object that a statement speaks of. */
export interface StatementTarget {
  readonly kind: "function" | "relation" | "trigger";
  readonly name: ReferencedName;
  /** Of a function: its input types; null where the statement leaves them out. */
  readonly arguments: readonly string[] | null;
  /** Of a trigger: its table. */
  readonly table: ReferencedName | null;
}

/** COMMENT ON a function, a view or a trigger. */
export interface CommentStatement {
  readonly kind: "comment";
  readonly on: StatementTarget;
  /** Null takes the comment away. */
  readonly comment: string | null;
}

/** GRANT … ON functions, tables or views. */
export interface GrantStatement {
  readonly kind: "grant";
  readonly on: readonly StatementTarget[];
  /** Lower case; empty for ALL. */
  readonly privileges: readonly string[];
  readonly grantees: readonly string[];
}

/** What a statement does, as far as the callers of `parseStatements` care. `words` begins anything else: `DROP TABLE`. */
export type StatementMeaning =
  | RoutineStatement
  | ViewStatement
  | TriggerStatement
  | CommentStatement
  | GrantStatement
  | { readonly kind: "other"; readonly words: string; readonly references: References };

export function describeStatement(parser: Parser, statement: unknown, source: StatementText): StatementMeaning {
  const [kind, node] = isTreeNode(statement) ? (Object.entries(statement)[0] ?? []) : [];
  const other = (): StatementMeaning => ({
    kind: "other",
    words: firstWords(source),
    references: referencesIn(statement),
  });
  if (!isTreeNode(node)) return other();
  switch (kind) {
    case "CreateFunctionStmt":
      return describeRoutine(parser, node, source) ?? other();
    case "ViewStmt":
      return describeView(node, source) ?? other();
    case "CreateTrigStmt":
      return describeTrigger(node) ?? other();
    case "CommentStmt":
      return describeComment(node) ?? other();
    case "GrantStmt":
      return describeGrant(node) ?? other();
    default:
      return other();
  }
}

const firstWords = ({ words }: StatementText): string =>
  words
    .slice(0, 2)
    .map(({ text }) => text.toUpperCase())
    .join(" ");

function describeTrigger(node: TreeNode): TriggerStatement | null {
  const table = relationName(node.relation);
  const routine = qualifiedName(namesIn(node.funcname));
  if (table === null || routine === null || typeof node.trigname !== "string") return null;
  return { kind: "trigger", name: node.trigname, table, routine, references: referencesIn(node.whenClause) };
}

function describeComment(node: TreeNode): CommentStatement | null {
  const on = commentTarget(node.objtype, node.object);
  return on === null ? null : { kind: "comment", on, comment: typeof node.comment === "string" ? node.comment : null };
}

function commentTarget(type: unknown, object: unknown): StatementTarget | null {
  if (type === "OBJECT_FUNCTION" || type === "OBJECT_PROCEDURE" || type === "OBJECT_ROUTINE")
    return routineTarget(object);
  const names = isTreeNode(object) && isTreeNode(object.List) ? namesIn(object.List.items) : [];
  if (type === "OBJECT_VIEW") return target("relation", qualifiedName(names));
  if (type !== "OBJECT_TRIGGER") return null;
  const trigger = names.at(-1);
  return trigger === undefined
    ? null
    : target("trigger", { schema: null, name: trigger }, { table: qualifiedName(names.slice(0, -1)) });
}

function describeGrant(node: TreeNode): GrantStatement | null {
  if (node.is_grant !== true || node.targtype !== "ACL_TARGET_OBJECT" || node.grant_option === true) return null;
  const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
  const isRoutine = node.objtype === "OBJECT_FUNCTION" || node.objtype === "OBJECT_PROCEDURE";
  if (!isRoutine && node.objtype !== "OBJECT_TABLE") return null;
  const on = listOf(node.objects).map((object) =>
    isRoutine ? routineTarget(object) : target("relation", relationName(isTreeNode(object) ? object.RangeVar : null)),
  );
  const privileges = listOf(node.privileges).map((privilege) => {
    const access = isTreeNode(privilege) ? privilege.AccessPriv : undefined;
    return isTreeNode(access) && typeof access.priv_name === "string" && !("cols" in access) ? access.priv_name : null;
  });
  const grantees = listOf(node.grantees).map((grantee) => {
    const role = isTreeNode(grantee) ? grantee.RoleSpec : undefined;
    if (!isTreeNode(role)) return null;
    if (role.roletype === "ROLESPEC_PUBLIC") return "public";
    return role.roletype === "ROLESPEC_CSTRING" && typeof role.rolename === "string" ? role.rolename : null;
  });
  const complete = <T>(values: readonly (T | null)[]): readonly T[] | null => {
    const known = values.filter((value): value is T => value !== null);
    return known.length === values.length ? known : null;
  };
  const [targets, words, roles] = [complete(on), complete(privileges), complete(grantees)];
  return targets === null || words === null || roles === null
    ? null
    : { kind: "grant", on: targets, privileges: words, grantees: roles };
}

function routineTarget(object: unknown): StatementTarget | null {
  const node = isTreeNode(object) ? object.ObjectWithArgs : undefined;
  if (!isTreeNode(node)) return null;
  const types: readonly unknown[] = Array.isArray(node.objargs) ? node.objargs : [];
  return target("function", qualifiedName(namesIn(node.objname)), {
    arguments:
      node.args_unspecified === true
        ? null
        : types.map((type) => printTypeName(isTreeNode(type) ? type.TypeName : null)),
  });
}

const target = (
  kind: StatementTarget["kind"],
  name: ReferencedName | null,
  rest: Partial<StatementTarget> = {},
): StatementTarget | null => (name === null ? null : { kind, name, arguments: null, table: null, ...rest });
