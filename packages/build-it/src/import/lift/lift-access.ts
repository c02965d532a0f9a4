import type { AccessRuleFile, EntityFile } from "@build-it/busm";
import { ident, idOf, type ObjectId, type Policy } from "@build-it/postgres-schema";
import type { TableParts } from "./gather-tables.ts";

export interface LiftedAccess {
  readonly access: EntityFile["access"];
  /** The field that `to: owner` means. */
  readonly owner?: string;
  readonly says: readonly ObjectId[];
}

const saidInSql: LiftedAccess = { access: "sql", says: [] };

const operations = { create: "insert", read: "select", update: "update", delete: "delete" } as const;
type Operation = keyof typeof operations;
const allOperations = Object.keys(operations) as readonly Operation[];

/**
 * Rights as rules, where policies and grants are exactly those that rules make; else they stay as they are, in SQL.
 * `users` are the fields that hold a user, by their columns.
 */
export function liftAccess(
  { table, policies, privileges }: TableParts,
  users: ReadonlyMap<string, string>,
  isDoubtful: boolean,
): LiftedAccess {
  if (isDoubtful || !table.rowSecurity || table.rowSecurityForced) return saidInSql;
  const subjects = policies.map((policy) => subjectOf(policy, users));
  const owners = new Set(subjects.flatMap((subject) => (subject?.owner === undefined ? [] : [subject.owner])));
  const rules = new Map<string, { to: AccessRuleFile["to"]; allow: Operation[] }>();
  for (const operation of allOperations) {
    const [anon, authenticated] = ["anon", "authenticated"].map((role) =>
      subjects.find((subject) => subject?.role === role && subject.operation === operation),
    );
    const to = whoMay(anon?.owner, authenticated?.owner, anon !== undefined, authenticated !== undefined);
    if (to === "nobody") continue;
    if (to === undefined) return saidInSql;
    rules.set(to, { to, allow: [...(rules.get(to)?.allow ?? []), operation] });
  }
  const granted = new Map(privileges.map(({ grantee, privileges: words }) => [grantee, words.join()]));
  const expected = new Map(
    [
      ...["anon", "authenticated"].map(
        (role) =>
          [role, subjects.flatMap((each) => (each?.role === role ? [operations[each.operation]] : []))] as const,
      ),
      ["service_role", Object.values(operations)] as const,
    ]
      .filter(([, words]) => words.length > 0)
      .map(([role, words]) => [role, words.toSorted().join()]),
  );
  const isExact =
    subjects.every((subject) => subject !== undefined) &&
    owners.size <= 1 &&
    privileges.every(({ grantedBy }) => grantedBy === undefined) &&
    granted.size === expected.size &&
    [...expected].every(([role, words]) => granted.get(role) === words);
  if (!isExact) return saidInSql;
  const access = [...rules.values()].map(({ to, allow }): AccessRuleFile => ({ allow, to }));
  return {
    access: access.length === 0 ? undefined : access,
    ...(owners.size === 0 ? {} : { owner: [...owners][0] as string }),
    says: [...policies, ...privileges].map(idOf),
  };
}

function whoMay(
  anonOwner: string | undefined,
  owner: string | undefined,
  anon: boolean,
  authenticated: boolean,
): AccessRuleFile["to"] | "nobody" | undefined {
  if (!anon && !authenticated) return "nobody";
  if (anon) return authenticated && anonOwner === undefined && owner === undefined ? "anyone" : undefined;
  return owner === undefined ? "signed_in" : "owner";
}

interface Subject {
  readonly role: string;
  readonly operation: Operation;
  /** The field of the owner, whose rows alone it is about. */
  readonly owner?: string;
}

/** What a policy says, where it is one of those that rules make. */
function subjectOf(policy: Policy, users: ReadonlyMap<string, string>): Subject | undefined {
  const { name, permissive, command, roles, using, check } = policy;
  const [role = "", ...more] = roles;
  const operation = allOperations.find((each) => operations[each] === command);
  if (operation === undefined || !permissive || more.length > 0 || name !== `${role}_${command}`) return undefined;
  const wanted = [
    ...(command === "insert" ? [] : [using]),
    ...(command === "insert" || command === "update" ? [check] : []),
  ];
  const unwanted = command === "insert" ? using : command === "update" ? null : check;
  const [condition] = wanted;
  if (unwanted !== null || wanted.some((each) => each !== condition)) return undefined;
  if (condition === "true") return { role, operation };
  const owner = [...users].find(([column]) => condition === `(${ident(column).text} = ( SELECT auth.uid() AS uid))`);
  return owner === undefined ? undefined : { role, operation, owner: owner[1] };
}
