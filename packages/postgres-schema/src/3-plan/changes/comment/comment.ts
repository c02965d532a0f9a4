import { idOf } from "../../../schema/identify.ts";
import type { Comment, SchemaObject } from "../../../schema/objects.ts";
import { referencesOf } from "../../../schema/references.ts";
import { ident, qualified } from "../../../sql/identifier.ts";
import { literal } from "../../../sql/literal.ts";
import { type Sql, sql } from "../../../sql/sql.ts";
import type { AlterRule, PlanContext } from "../../change-rule.ts";
import { alterStep, createStep, dropStep, type Step } from "../../step.ts";
import { aggregateName } from "../aggregate/aggregate.ts";
import { routineName } from "../function/function.ts";

export const createComment = (comment: Comment, { after }: PlanContext): readonly Step[] => [
  createStep(idOf(comment), commentOn(after.objects.get(comment.on), literal(comment.text)), {
    needs: referencesOf(comment),
  }),
];

export const dropComment = (comment: Comment, { before }: PlanContext): readonly Step[] => [
  dropStep(idOf(comment), commentOn(before.objects.get(comment.on), sql`NULL`), { releases: referencesOf(comment) }),
];

export const changeComment: AlterRule<"comment"> = {
  steps: ({ id, after }, context) => [
    alterStep(id, commentOn(context.after.objects.get(after.on), literal(after.text)), { needs: referencesOf(after) }),
  ],
};

const commentOn = (on: SchemaObject | undefined, text: Sql): Sql => sql`COMMENT ON ${commentable(on)} IS ${text}`;

/** The object as COMMENT names it. */
function commentable(on: SchemaObject | undefined): Sql {
  switch (on?.kind) {
    case "schema":
      return sql`SCHEMA ${ident(on.name)}`;
    case "event_trigger":
      return sql`EVENT TRIGGER ${ident(on.name)}`;
    case "publication":
      return sql`PUBLICATION ${ident(on.name)}`;
    case "extension":
      return sql`EXTENSION ${ident(on.name)}`;
    case "domain":
      return sql`DOMAIN ${qualified(on.schema, on.name)}`;
    case "domain_check":
      return sql`CONSTRAINT ${ident(on.name)} ON DOMAIN ${qualified(on.schema, on.domain)}`;
    case "enum":
    case "composite":
      return sql`TYPE ${qualified(on.schema, on.name)}`;
    case "sequence":
      return sql`SEQUENCE ${qualified(on.schema, on.name)}`;
    case "table":
      return sql`TABLE ${qualified(on.schema, on.name)}`;
    case "view":
      return sql`VIEW ${qualified(on.schema, on.name)}`;
    case "materialized_view":
      return sql`MATERIALIZED VIEW ${qualified(on.schema, on.name)}`;
    case "statistics":
      return sql`STATISTICS ${qualified(on.schema, on.name)}`;
    case "aggregate":
      return aggregateName(on);
    case "rule":
      return sql`RULE ${ident(on.name)} ON ${qualified(on.schema, on.table)}`;
    case "index":
      return sql`INDEX ${qualified(on.schema, on.name)}`;
    case "column":
      return sql`COLUMN ${qualified(on.schema, on.table)}.${ident(on.name)}`;
    case "function":
      return routineName(on);
    case "trigger":
      return sql`TRIGGER ${ident(on.name)} ON ${qualified(on.schema, on.table)}`;
    case "policy":
      return sql`POLICY ${ident(on.name)} ON ${qualified(on.schema, on.table)}`;
    case "primary_key":
    case "unique":
    case "check":
    case "foreign_key":
    case "exclusion":
      return sql`CONSTRAINT ${ident(on.name)} ON ${qualified(on.schema, on.table)}`;
    default:
      throw new Error(
        `no comment can be put on ${on === undefined ? "an object that is not in the schema" : idOf(on)}`,
      );
  }
}
