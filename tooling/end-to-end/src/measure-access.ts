import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Client } from "pg";

/** Who asks: a role of the API, with the user who is signed in. */
export interface Actor {
  readonly name: string;
  readonly role: (typeof roles)[number];
  readonly user: string | null;
}

const roles = ["anon", "authenticated", "service_role"] as const;

export const actors: readonly Actor[] = [
  { name: "nobody", role: "anon", user: null },
  { name: "Ada", role: "authenticated", user: "00000000-0000-4000-8000-00000000000a" },
  { name: "Bob", role: "authenticated", user: "00000000-0000-4000-8000-00000000000b" },
  { name: "the server", role: "service_role", user: null },
];

export const doings = ["select", "update", "delete", "insert"] as const;
export type Doing = (typeof doings)[number];

/** What each role may do with each table and view of the API's schema, and each actor with the rows. */
export interface MeasuredAccess {
  /** By `accounts`, and by `accounts.name`: the rights on it, in order. */
  readonly rights: ReadonlyMap<string, readonly string[]>;
  /** By relation, actor and doing: the keys of the rows; null where it is refused altogether. */
  readonly rows: ReadonlyMap<string, readonly string[] | null>;
}

export const rowsOf = (access: MeasuredAccess, relation: string, { name }: Actor, doing: Doing) =>
  access.rows.get(`${relation} ${name} ${doing}`);

/** Of so many rows of a table it is tried whether a copy may be inserted. */
export const copiedRows = 3;

export const createAccessProbe = async (client: Client): Promise<void> => {
  await client.query(await readFile(join(import.meta.dirname, "access-probe.sql"), "utf8"));
};

const readRights = `
SELECT c.relname || coalesce('.' || a.attname, '') AS on,
       array_agg(role || ' may ' || privilege ORDER BY role, privilege) FILTER (WHERE CASE WHEN attnum IS NULL
         THEN has_table_privilege(role, c.oid, privilege) ELSE has_column_privilege(role, c.oid, attnum, privilege) END) AS rights
  FROM pg_class c
  CROSS JOIN LATERAL (
    SELECT attname, attnum FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped
    UNION ALL SELECT NULL, NULL) a
  CROSS JOIN unnest($1::text[]) AS role
  CROSS JOIN LATERAL unnest(CASE WHEN attnum IS NULL THEN '{DELETE, TRUNCATE, TRIGGER}'::text[]
    ELSE '{SELECT, INSERT, UPDATE, REFERENCES}' END) AS privilege
 WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'v')
 GROUP BY 1`;

// Triggers have nothing to say about access, and references would refuse deletions.
const becomeActor = `SELECT set_config('session_replication_role', 'replica', true),
  set_config('request.jwt.claims', $1, true), set_config('role', $2, true)`;

/** Asks for everything, in one query for the rights and one transaction for each actor, and leaves nothing behind. */
export async function measureAccess(client: Client): Promise<MeasuredAccess> {
  const { rows: rights } = await client.query<{ on: string; rights: readonly string[] | null }>(readRights, [roles]);
  const rows = new Map<string, readonly string[] | null>();
  for (const { name, role, user } of actors) {
    const claims = JSON.stringify(user === null ? { role } : { role, sub: user });
    await client.query("BEGIN");
    await client.query(becomeActor, [claims, role]);
    const { rows: tried } = await client.query<{
      relation: string;
      doing: Doing;
      ids: readonly string[] | null;
    }>("SELECT * FROM access_probe.try_all($1)", [copiedRows]);
    await client.query("ROLLBACK");
    for (const { relation, doing, ids } of tried) rows.set(`${relation} ${name} ${doing}`, ids);
  }
  return { rights: new Map(rights.map(({ on, rights: found }) => [on, found ?? []])), rows };
}
