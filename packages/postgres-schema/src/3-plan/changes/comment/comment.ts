import { type DatabaseSchema, isKind } from "../../../schema/database-schema.ts";
import { idOf } from "../../../schema/identify.ts";
import type { Comment, SchemaObject } from "../../../schema/objects.ts";
import { referencesOf } from "../../../schema/references.ts";
import { ident, qualified } from "../../../sql/identifier.ts";
import { literal } from "../../../sql/literal.ts";
import { type Sql, sql } from "../../../sql/sql.ts";
import type { AlterRule, PlanContext } from "../../change-rule.ts";
import { statementName } from "../../statement-name.ts";
import { alterStep, createStep, dropStep, type Step } from "../../step.ts";
import { identitySequenceName } from "../column/column-definition.ts";

export const createComment = (comment: Comment, { after }: PlanContext): readonly Step[] => [
  createStep(idOf(comment), commentOn(after, comment, literal(comment.text)), {
    ...lockFor(after.objects.get(comment.on)),
    needs: referencesOf(comment),
  }),
];

export const dropComment = (comment: Comment, { before }: PlanContext): readonly Step[] => [
  dropStep(idOf(comment), commentOn(before, comment, sql`NULL`), {
    ...lockFor(before.objects.get(comment.on)),
    releases: referencesOf(comment),
  }),
];

export const changeComment: AlterRule<"comment"> = {
  steps: ({ id, after }, context) => [
    alterStep(id, commentOn(context.after, after, literal(after.text)), {
      ...lockFor(context.after.objects.get(after.on)),
      needs: referencesOf(after),
    }),
  ],
};

/** A comment on a relation or a column of one keeps away VACUUM and other changes, and no reader and no writer. */
const lockFor = (on: SchemaObject | undefined): { readonly lock?: "share_update_exclusive" } =>
  on !== undefined && lockedKinds.has(on.kind) ? { lock: "share_update_exclusive" } : {};

const lockedKinds: ReadonlySet<SchemaObject["kind"]> = new Set([
  "table",
  "column",
  "inherited_column",
  "view",
  "materialized_view",
]);

const commentOn = ({ objects }: DatabaseSchema, { on, part }: Comment, text: Sql): Sql =>
  sql`COMMENT ON ${commentable(objects.get(on), part)} IS ${text}`;

/** The object, or the part of it, as COMMENT names it. */
function commentable(on: SchemaObject | undefined, part: string | undefined): Sql {
  if (part === undefined || on === undefined) return statementName(on);
  if (part === "sequence" && isKind(on, "column")) return sql`SEQUENCE ${identitySequenceName(on)}`;
  if (!("schema" in on) || !("name" in on) || on.schema === null) throw new Error(`${idOf(on)} has no part ${part}`);
  const name = qualified(on.schema, on.name);
  return part === "index" ? sql`INDEX ${name}` : sql`COLUMN ${name}.${ident(part.slice("column ".length))}`;
}
