import { idOf } from "../../../schema/identify.ts";
import type { ObjectId } from "../../../schema/object-id.ts";
import type { Privilege, SchemaObject } from "../../../schema/objects.ts";
import { referencesLetGo, referencesOf } from "../../../schema/references.ts";
import { ident, qualified, role } from "../../../sql/identifier.ts";
import { joinSql, nothing, type Sql, sql, trusted } from "../../../sql/sql.ts";
import type { AlterRule, PlanContext } from "../../change-rule.ts";
import { alterStep, createStep, dropStep, type Step } from "../../step.ts";
import { aggregateAsFunction } from "../aggregate/aggregate.ts";
import { routineName } from "../function/function.ts";

/** Takes all rights on a new object from the roles that a server may give them to by itself. */
export const resetPrivileges = (id: ObjectId, named: Sql, { resetPrivilegesOf }: PlanContext): readonly Step[] =>
  resetPrivilegesOf.length === 0
    ? []
    : [alterStep(id, sql`REVOKE ALL ON ${named} FROM ${joinSql(resetPrivilegesOf.map(role), ", ")}`, {})];

export const createPrivilege = (privilege: Privilege, { after }: PlanContext): readonly Step[] =>
  grants(privilege.privileges, privilege, after.objects.get(privilege.on)).map((statement) =>
    createStep(idOf(privilege), statement, { hazards: ["changes_access"], needs: referencesOf(privilege) }),
  );

export const dropPrivilege = (privilege: Privilege, { before }: PlanContext): readonly Step[] =>
  revokes(privilege.privileges, privilege, before.objects.get(privilege.on)).map((statement) =>
    dropStep(idOf(privilege), statement, { hazards: ["changes_access"], releases: referencesOf(privilege) }),
  );

export const changePrivileges: AlterRule<"privilege"> = {
  steps: ({ id, before, after }, context) => {
    const on = context.after.objects.get(after.on);
    const taken = before.privileges.filter((name) => !after.privileges.includes(name));
    const given = after.privileges.filter((name) => !before.privileges.includes(name));
    return [...revokes(taken, after, on), ...grants(given, after, on)].map((statement) =>
      alterStep(id, statement, {
        hazards: ["changes_access"],
        needs: referencesOf(after),
        releases: referencesLetGo(before, after),
      }),
    );
  },
};

function grants(privileges: readonly string[], { grantee }: Privilege, on: SchemaObject | undefined): readonly Sql[] {
  const statement = (names: readonly string[], option: Sql): readonly Sql[] =>
    names.length === 0 ? [] : [sql`GRANT ${privilegeList(names)} ON ${grantable(on)} TO ${role(grantee)}${option}`];
  return [
    ...statement(
      privileges.filter((name) => !name.endsWith("*")),
      nothing,
    ),
    ...statement(
      privileges.filter((name) => name.endsWith("*")),
      sql` WITH GRANT OPTION`,
    ),
  ];
}

const revokes = (
  privileges: readonly string[],
  { grantee }: Privilege,
  on: SchemaObject | undefined,
): readonly Sql[] =>
  privileges.length === 0 ? [] : [sql`REVOKE ${privilegeList(privileges)} ON ${grantable(on)} FROM ${role(grantee)}`];

const words = new Set([
  "select",
  "insert",
  "update",
  "delete",
  "truncate",
  "references",
  "trigger",
  "maintain",
  "usage",
  "execute",
  "create",
]);

/** `select`, `select*`, `select(title)` and `select(title)*` as GRANT takes them; columns of one privilege stand together. */
export function privilegeList(privileges: readonly string[]): Sql {
  const columns = new Map<string, string[]>();
  for (const privilege of privileges) {
    const [, word = "", column] = /^([a-z]+)(?:\((.*)\))?\*?$/s.exec(privilege) ?? [];
    if (!words.has(word)) throw new Error(`${JSON.stringify(privilege)} is no privilege`);
    columns.set(word, [...(columns.get(word) ?? []), ...(column === undefined ? [] : [column])]);
  }
  return joinSql(
    [...columns].map(([word, names]) => {
      const keyword = trusted(word.toUpperCase());
      return names.length === 0 ? keyword : sql`${keyword} (${joinSql(names.map(ident), ", ")})`;
    }),
    ", ",
  );
}

/** The object as GRANT names it. */
function grantable(on: SchemaObject | undefined): Sql {
  switch (on?.kind) {
    case "table":
    case "view":
    case "materialized_view":
      return sql`TABLE ${qualified(on.schema, on.name)}`;
    case "sequence":
      return sql`SEQUENCE ${qualified(on.schema, on.name)}`;
    case "schema":
      return sql`SCHEMA ${ident(on.name)}`;
    case "enum":
    case "domain":
    case "composite":
      return sql`TYPE ${qualified(on.schema, on.name)}`;
    case "function":
      return routineName(on);
    case "aggregate":
      return aggregateAsFunction(on);
    default:
      throw new Error(
        `no privileges can be granted on ${on === undefined ? "an object that is not in the schema" : idOf(on)}`,
      );
  }
}
