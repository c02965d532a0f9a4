import { idOf } from "../../../schema/identify.ts";
import { attachedId } from "../../../schema/object-id.ts";
import type { MaterializedView } from "../../../schema/objects.ts";
import { referencesOf } from "../../../schema/references.ts";
import { qualified } from "../../../sql/identifier.ts";
import { joinSql, nothing, sql, trusted } from "../../../sql/sql.ts";
import type { AlterRule, PlanContext } from "../../change-rule.ts";
import { alterStep, createStep, dropStep, type Step } from "../../step.ts";
import { roleOf } from "../owner/role-of.ts";
import { resetPrivileges } from "../privilege/privilege.ts";
import { typesNamedLike } from "../type/types-named-like.ts";
import { viewQuery } from "../view/view-query.ts";

export function createMaterializedView(view: MaterializedView, context: PlanContext): readonly Step[] {
  const options = view.options.length === 0 ? nothing : sql` WITH (${joinSql(view.options.map(trusted), ", ")})`;
  const name = qualified(view.schema, view.name);
  const { columns, query } = viewQuery(view.definition);
  return [
    createStep(
      idOf(view),
      sql`CREATE MATERIALIZED VIEW ${name}${columns}${options} AS\n${query}${view.populated ? nothing : sql`\nWITH NO DATA`}`,
      { creates: typesNamedLike(view), needs: referencesOf(view) },
    ),
    ...resetPrivileges(idOf(view), sql`TABLE ${name}`, context),
  ];
}

export const dropMaterializedView = (view: MaterializedView): readonly Step[] => [
  dropStep(idOf(view), sql`DROP MATERIALIZED VIEW ${qualified(view.schema, view.name)}`, {
    lock: "access_exclusive",
    releases: referencesOf(view),
  }),
];

/** Fills the view, or empties it so that it cannot be read. */
export const changeMaterializedViewPopulated: AlterRule<"materialized_view"> = {
  steps: ({ id, after }, { after: schema, runBy }) => [
    alterStep(
      id,
      sql`REFRESH MATERIALIZED VIEW ${qualified(after.schema, after.name)}${after.populated ? nothing : sql` WITH NO DATA`}`,
      {
        lock: "access_exclusive",
        hazards: ["rewrites_table"],
        // It is filled with the rights of its owner, of whom the last may have none.
        needs: runBy !== null && roleOf(id, schema) === runBy ? [attachedId("owner", id)] : [],
      },
    ),
  ],
};

export const changeMaterializedViewOptions: AlterRule<"materialized_view"> = {
  steps: ({ id, before, after }) => {
    const nameOf = (option: string): string => option.slice(0, option.indexOf("="));
    const kept = new Set(after.options.map(nameOf));
    const gone = before.options.map(nameOf).filter((name) => !kept.has(name));
    const view = qualified(after.schema, after.name);
    const set = after.options.filter((option) => !before.options.includes(option)).map(trusted);
    return [
      ...(gone.length === 0 ? [] : [sql`RESET (${joinSql(gone.map(trusted), ", ")})`]),
      ...(set.length === 0 ? [] : [sql`SET (${joinSql(set, ", ")})`]),
    ].map((action) =>
      alterStep(id, sql`ALTER MATERIALIZED VIEW ${view} ${action}`, { lock: "share_update_exclusive" }),
    );
  },
};
