import { type Policy, type Privilege, type Table, tableId } from "@build-it/postgres-schema";
import { expect, test } from "vitest";
import type { TableParts } from "./gather-tables.ts";
import { liftAccess } from "./lift-access.ts";

const place = { schema: "public", table: "notes" } as const;
const table: Table = {
  kind: "table",
  schema: "public",
  name: "notes",
  rowSecurity: true,
  rowSecurityForced: false,
  unlogged: false,
};
const own = "(owner_id = ( SELECT auth.uid() AS uid))";

const policy = (role: string, command: Policy["command"], condition = "true"): Policy => ({
  kind: "policy",
  ...place,
  name: `${role}_${command}`,
  permissive: true,
  command,
  roles: [role],
  using: command === "insert" ? null : condition,
  check: command === "insert" || command === "update" ? condition : null,
  dependsOn: [],
});
const grant = (grantee: string, ...privileges: readonly string[]): Privilege => ({
  kind: "privilege",
  on: tableId("public", "notes"),
  grantee,
  privileges: privileges.toSorted(),
});
const ofService = grant("service_role", "select", "insert", "update", "delete");

const lift = (policies: readonly Policy[], privileges: readonly Privilege[], forced = false) =>
  liftAccess(
    { table: { ...table, rowSecurityForced: forced }, policies, privileges } as unknown as TableParts,
    new Map([["owner_id", "ownerId"]]),
    false,
  );

test("policies and grants that rules make are rules", () => {
  const rules = lift(
    [policy("anon", "select"), policy("authenticated", "select"), policy("authenticated", "update", own)],
    [grant("anon", "select"), grant("authenticated", "select", "update"), ofService],
  );
  expect(rules).toMatchObject({
    access: [
      { allow: ["read"], to: "anyone" },
      { allow: ["update"], to: "owner" },
    ],
    owner: "ownerId",
  });
  expect(rules.says).toHaveLength(6);
  expect(lift([], [ofService])).toMatchObject({ access: undefined, says: [expect.stringContaining("service_role")] });
});

test.each<readonly [what: string, policies: readonly Policy[], privileges: readonly Privilege[]]>([
  [
    "a condition of its own",
    [policy("authenticated", "select", "(id > 1)")],
    [grant("authenticated", "select"), ofService],
  ],
  [
    "another name",
    [{ ...policy("authenticated", "select"), name: "readers" }],
    [grant("authenticated", "select"), ofService],
  ],
  [
    "a right that another role passed on",
    [policy("authenticated", "select")],
    [{ ...grant("authenticated", "select"), grantedBy: "editor" }, ofService],
  ],
  [
    "a restriction",
    [{ ...policy("authenticated", "select"), permissive: false }],
    [grant("authenticated", "select"), ofService],
  ],
  [
    "rights that it has no policy for",
    [policy("authenticated", "select")],
    [grant("authenticated", "select", "insert"), ofService],
  ],
  ["no rights for the server", [policy("authenticated", "select")], [grant("authenticated", "select")]],
  ["rights of somebody else", [], [ofService, grant("reporting", "select")]],
  ["more for strangers than for users", [policy("anon", "select")], [grant("anon", "select"), ofService]],
])("%s is left to SQL", (_what, policies, privileges) => {
  expect(lift(policies, privileges)).toEqual({ access: "sql", says: [] });
});

test("row level security that binds the owner too is left to SQL", () => {
  expect(lift([], [ofService], true)).toEqual({ access: "sql", says: [] });
});
