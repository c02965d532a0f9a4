import { objectsOfKind } from "../../../schema/database-schema.ts";
import { idOf, privilegeId, schemaId } from "../../../schema/identify.ts";
import { kindOf, type ObjectId } from "../../../schema/object-id.ts";
import type { Column, Privilege, SchemaObject } from "../../../schema/objects.ts";
import { privilegedColumn } from "../../../schema/privileged-column.ts";
import { referencesLetGo, referencesOf } from "../../../schema/references.ts";
import { ident, qualified, role } from "../../../sql/identifier.ts";
import { literal } from "../../../sql/literal.ts";
import { joinSql, nothing, type Sql, sql, trusted } from "../../../sql/sql.ts";
import type { AlterRule, AttributeChange, PlanContext } from "../../change-rule.ts";
import { aggregateAsFunction, routineName } from "../../statement-name.ts";
import { alterStep, createStep, dropStep, type Step } from "../../step.ts";
import { identitySequenceName } from "../column/column-definition.ts";

/** Takes all rights on a new object from the roles that a server may give them to by itself. */
export const resetPrivileges = (id: ObjectId, named: Sql, { resetPrivilegesOf }: PlanContext): readonly Step[] =>
  resetPrivilegesOf.length === 0
    ? []
    : [alterStep(id, sql`REVOKE ALL ON ${named} FROM ${joinSql(resetPrivilegesOf.map(role), ", ")}`, {})];

/** Takes all rights on the sequence behind a new identity in the same way. */
export const resetIdentityPrivileges = (column: Column, context: PlanContext): readonly Step[] =>
  column.identity === null ? [] : resetPrivileges(idOf(column), sql`SEQUENCE ${identitySequenceName(column)}`, context);

/** Takes everyone's right to use a new type where the schema does not give it. */
export const withholdUsage = (id: ObjectId, named: Sql, context: PlanContext): readonly Step[] => [
  ...(grantsOnNewTypes(context) ? resetPrivileges(id, sql`TYPE ${named}`, context) : []),
  ...(context.after.objects.has(privilegeId(id, "public"))
    ? []
    : [alterStep(id, sql`REVOKE USAGE ON TYPE ${named} FROM PUBLIC`, {})]),
];

/** PostgreSQL lets everyone use a new type, if it is not told otherwise. */
const comesWithType = (privilege: Privilege, context: PlanContext): boolean =>
  typeKinds.has(kindOf(privilege.on)) &&
  privilege.grantee === "public" &&
  privilege.grantedBy === undefined &&
  !grantsOnNewTypes(context) &&
  (!context.before.objects.has(privilege.on) || context.before.objects.has(idOf(privilege)));

const typeKinds: ReadonlySet<string> = new Set(["enum", "domain", "composite", "range"]);

const grantsOnNewTypes = ({ before }: PlanContext): boolean =>
  objectsOfKind(before, "default_privilege").some(({ objects }) => objects === "types");

export const createPrivilege = (privilege: Privilege, context: PlanContext): readonly Step[] =>
  comesWithType(privilege, context) ? [] : grant(privilege, context);

const grant = (privilege: Privilege, { after }: PlanContext): readonly Step[] => {
  const on = after.objects.get(privilege.on);
  return grants(privilege.privileges, privilege, on).map((statement) =>
    createStep(idOf(privilege), statement, {
      hazards: ["changes_access"],
      needs: [...referencesOf(privilege), ...grantorsWay(privilege, on)],
    }),
  );
};

export const dropPrivilege = (privilege: Privilege, { before }: PlanContext): readonly Step[] => {
  const on = before.objects.get(privilege.on);
  return revokes(privilege.privileges, privilege, on).map((statement) =>
    dropStep(idOf(privilege), statement, {
      hazards: ["changes_access"],
      // With a function that goes, they go; one that stays may change before.
      releases: [...referencesOf(privilege).filter((id) => kindOf(id) !== "function"), ...grantorsWay(privilege, on)],
    }),
  );
};

export const changePrivileges: AlterRule<"privilege"> = {
  // PostgreSQL takes back no right that was passed on.
  stepsAside: (dependent, change) => {
    const taken = new Set(takenBy(change).map(wordOf));
    return dependent.kind === "privilege" && dependent.privileges.some((name) => taken.has(wordOf(name)));
  },
  steps: (change, context) => {
    const { id, before, after } = change;
    const on = context.after.objects.get(after.on);
    const taken = takenBy(change);
    // https://www.postgresql.org/docs/current/sql-revoke.html: what is taken from the whole table is taken from each column.
    const takenFromAll = new Set(taken.filter((name) => privilegedColumn(name) === undefined).map(wordOf));
    const given = after.privileges.filter(
      (name) =>
        !before.privileges.includes(name) || (privilegedColumn(name) !== undefined && takenFromAll.has(wordOf(name))),
    );
    const way = grantorsWay(after, on);
    return [
      // Before a column goes, and before one comes that something is given on.
      ...revokes(taken, after, on).map((statement) =>
        alterStep(id, statement, {
          hazards: ["changes_access"],
          needs: way,
          releases: referencesLetGo(before, after),
        }),
      ),
      ...grants(given, after, on).map((statement) =>
        alterStep(id, statement, { hazards: ["changes_access"], needs: [...referencesOf(after), ...way] }),
      ),
    ];
  },
};

const takenBy = ({ before, after }: Pick<AttributeChange<"privilege">, "before" | "after">): readonly string[] =>
  before.privileges.filter((name) => !after.privileges.includes(name));

/** The rights by which the grantor finds the object. */
function grantorsWay({ grantedBy }: Privilege, on: SchemaObject | undefined): readonly ObjectId[] {
  const schema = on !== undefined && "schema" in on ? on.schema : null;
  if (grantedBy === undefined || schema === null) return [];
  return [grantedBy, "public"].map((grantee) => privilegeId(schemaId(schema), grantee));
}

function grants(privileges: readonly string[], privilege: Privilege, on: SchemaObject | undefined): readonly Sql[] {
  const statement = (names: readonly string[], option: Sql): readonly Sql[] =>
    names.length === 0
      ? []
      : [
          asGrantor(
            privilege,
            sql`GRANT ${privilegeList(names)} ON ${grantable(on)} TO ${role(privilege.grantee)}${option}`,
          ),
        ];
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

const revokes = (privileges: readonly string[], privilege: Privilege, on: SchemaObject | undefined): readonly Sql[] =>
  privileges.length === 0
    ? []
    : [
        asGrantor(
          privilege,
          sql`REVOKE ${privilegeList(privileges)} ON ${grantable(on)} FROM ${role(privilege.grantee)}`,
        ),
      ];

/**
 * The statement as the role that passes a right on: GRANTED BY takes no other one than who runs it. In one statement, so that
 * nothing else is run as that role.
 */
function asGrantor({ grantedBy }: Privilege, statement: Sql): Sql {
  if (grantedBy === undefined) return statement;
  const body = sql`DECLARE role_before text := pg_catalog.current_setting('role'); BEGIN SET LOCAL ROLE ${ident(grantedBy)}; ${statement}; PERFORM pg_catalog.set_config('role', role_before, true); END`;
  return sql`DO ${literal(body.text)}`;
}

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

const wordOf = (privilege: string): string => /^[a-z]+/.exec(privilege)?.[0] ?? "";

/**
 * `select`, `select*`, `select(title)` and `select(title)*` as GRANT takes them: a privilege on the whole, and beside it one on
 * columns, which stand together.
 */
export function privilegeList(privileges: readonly string[]): Sql {
  const columns = new Map<string, Sql[]>();
  const whole: Sql[] = [];
  for (const privilege of privileges) {
    const [, word = "", column] = /^([a-z]+)(?:\((.*)\))?\*?$/s.exec(privilege) ?? [];
    if (!words.has(word)) throw new Error(`${JSON.stringify(privilege)} is no privilege`);
    if (column === undefined) whole.push(trusted(word.toUpperCase()));
    else columns.set(word, [...(columns.get(word) ?? []), ident(column)]);
  }
  const ofColumns = [...columns].map(([word, names]) => sql`${trusted(word.toUpperCase())} (${joinSql(names, ", ")})`);
  return joinSql([...whole, ...ofColumns], ", ");
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
    case "range":
      return sql`TYPE ${qualified(on.schema, on.name)}`;
    case "column":
      return sql`SEQUENCE ${identitySequenceName(on)}`;
    case "foreign_data_wrapper":
      return sql`FOREIGN DATA WRAPPER ${ident(on.name)}`;
    case "foreign_server":
      return sql`FOREIGN SERVER ${ident(on.name)}`;
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
