import { idOf } from "../../../schema/identify.ts";
import type { DefaultPrivilege } from "../../../schema/objects.ts";
import { referencesOf } from "../../../schema/references.ts";
import { ident, role } from "../../../sql/identifier.ts";
import { nothing, type Sql, sql } from "../../../sql/sql.ts";
import type { AlterRule } from "../../change-rule.ts";
import { alterStep, createStep, dropStep, type Step } from "../../step.ts";
import { privilegeList } from "../privilege/privilege.ts";

const objectWords: Readonly<Record<DefaultPrivilege["objects"], Sql>> = {
  tables: sql`TABLES`,
  sequences: sql`SEQUENCES`,
  functions: sql`FUNCTIONS`,
  types: sql`TYPES`,
  schemas: sql`SCHEMAS`,
  large_objects: sql`LARGE OBJECTS`,
};

/** From PostgreSQL's own defaults to these. */
export const createDefaultPrivilege = (rights: DefaultPrivilege): readonly Step[] =>
  [revoke(rights, sql`ALL`), ...grants(rights, rights.privileges)].map((statement) =>
    createStep(idOf(rights), statement, { hazards: ["changes_access"], needs: referencesOf(rights) }),
  );

/** Back to PostgreSQL's own defaults: a role's objects are its own, and everyone may use functions and types. */
export const dropDefaultPrivilege = (rights: DefaultPrivilege): readonly Step[] =>
  [revoke(rights, sql`ALL`), ...builtIn(rights)].map((statement) =>
    dropStep(idOf(rights), statement, { hazards: ["changes_access"], releases: referencesOf(rights) }),
  );

export const changeDefaultPrivilege: AlterRule<"default_privilege"> = {
  steps: ({ id, before, after }) => {
    const taken = before.privileges.filter((name) => !after.privileges.includes(name));
    const given = after.privileges.filter((name) => !before.privileges.includes(name));
    return [...(taken.length === 0 ? [] : [revoke(after, privilegeList(taken))]), ...grants(after, given)].map(
      (statement) => alterStep(id, statement, { hazards: ["changes_access"] }),
    );
  },
};

const alterDefaults = (rights: DefaultPrivilege, action: Sql): Sql =>
  sql`ALTER DEFAULT PRIVILEGES FOR ROLE ${ident(rights.role)}${rights.schema === null ? nothing : sql` IN SCHEMA ${ident(rights.schema)}`} ${action}`;

const revoke = (rights: DefaultPrivilege, privileges: Sql): Sql =>
  alterDefaults(rights, sql`REVOKE ${privileges} ON ${objectWords[rights.objects]} FROM ${role(rights.grantee)}`);

const grant = (rights: DefaultPrivilege, privileges: Sql, option: Sql): Sql =>
  alterDefaults(rights, sql`GRANT ${privileges} ON ${objectWords[rights.objects]} TO ${role(rights.grantee)}${option}`);

function grants(rights: DefaultPrivilege, privileges: readonly string[]): readonly Sql[] {
  const plain = privileges.filter((name) => !name.endsWith("*"));
  const grantable = privileges.filter((name) => name.endsWith("*"));
  return [
    ...(plain.length === 0 ? [] : [grant(rights, privilegeList(plain), nothing)]),
    ...(grantable.length === 0 ? [] : [grant(rights, privilegeList(grantable), sql` WITH GRANT OPTION`)]),
  ];
}

function builtIn(rights: DefaultPrivilege): readonly Sql[] {
  if (rights.schema !== null) return [];
  if (rights.grantee === rights.role) return [grant(rights, sql`ALL`, nothing)];
  const everyones = rights.grantee === "public" && (rights.objects === "functions" || rights.objects === "types");
  return everyones ? [grant(rights, sql`ALL`, nothing)] : [];
}
