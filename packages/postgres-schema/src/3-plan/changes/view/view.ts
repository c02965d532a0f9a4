import { idOf } from "../../../schema/identify.ts";
import type { View } from "../../../schema/objects.ts";
import { referencesOf } from "../../../schema/references.ts";
import { qualified } from "../../../sql/identifier.ts";
import { joinSql, nothing, sql, trusted } from "../../../sql/sql.ts";
import type { PlanContext } from "../../change-rule.ts";
import { createStep, dropStep, type Step } from "../../step.ts";
import { resetPrivileges } from "../privilege/privilege.ts";
import { typesNamedLike } from "../type/types-named-like.ts";
import { viewQuery } from "./view-query.ts";

export function createView(view: View, context: PlanContext): readonly Step[] {
  const written = view.writtenOptions ?? view.options;
  const options = written.length === 0 ? nothing : sql` WITH (${joinSql(written.map(trusted), ", ")})`;
  const name = qualified(view.schema, view.name);
  const { columns, query } = viewQuery(view.definition);
  return [
    createStep(idOf(view), sql`CREATE VIEW ${name}${columns}${options} AS\n${query}`, {
      creates: typesNamedLike(view),
      needs: referencesOf(view),
    }),
    ...resetPrivileges(idOf(view), sql`TABLE ${name}`, context),
  ];
}

export const dropView = (view: View): readonly Step[] => [
  dropStep(idOf(view), sql`DROP VIEW ${qualified(view.schema, view.name)}`, {
    lock: "access_exclusive",
    releases: referencesOf(view),
  }),
];
