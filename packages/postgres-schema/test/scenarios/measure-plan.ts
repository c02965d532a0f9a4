import type { Client } from "pg";
import { locks } from "../../src/3-plan/step.ts";
import type { Hazard, Lock, Plan, Step } from "../../src/index.ts";

/** What a step was seen to do to the tables and views that were there before its plan. */
export interface Measured {
  /** The strongest lock on any of them; null where PostgreSQL does not run the step in a transaction. */
  readonly lock: { readonly mode: Lock; readonly on: string } | null;
  /** The hazards that it should have, and what was seen of each. */
  readonly hazards: readonly (readonly [hazard: Hazard, seen: string])[];
}

interface Relation {
  readonly oid: string;
  readonly name: string;
  /** As in pg_class: `r`, `p`, `f`, `m`, `v`. */
  readonly kind: string;
  /** The file that its rows are in. */
  readonly file: string;
  /** Whether it is a partition of another relation, or inherits from one. */
  readonly below: boolean;
  readonly rowsRead: number;
  readonly foreignKeys: readonly string[];
}

interface HeldLock {
  readonly oid: string;
  /** As `pg_locks` names it. */
  readonly mode: string;
}

/** A look into the transaction of a step. */
interface Look {
  readonly relations: readonly Relation[];
  /** Of this session, on what is there and on what was dropped just now. */
  readonly locks: readonly HeldLock[];
}

// The look itself takes locks on catalogs alone.
const relationsQuery = `
  SELECT c.oid, c.relname AS name, c.relkind AS kind, c.relfilenode AS file,
    EXISTS (SELECT FROM pg_catalog.pg_inherits WHERE inhrelid = c.oid) AS below,
    CASE WHEN current_setting('server_version_num')::integer < 150000 THEN 0
         ELSE coalesce(s.seq_tup_read, 0) END::integer AS "rowsRead",
    ARRAY(SELECT conname::text FROM pg_catalog.pg_constraint WHERE conrelid = c.oid AND contype = 'f') AS "foreignKeys"
  FROM pg_catalog.pg_class c LEFT JOIN pg_catalog.pg_stat_xact_all_tables s ON s.relid = c.oid
  WHERE c.relkind IN ('r', 'p', 'f', 'm', 'v') AND c.oid >= 16384`;

const locksQuery = `
  SELECT relation AS oid, mode FROM pg_catalog.pg_locks
  WHERE locktype = 'relation' AND pid = pg_catalog.pg_backend_pid() AND granted AND relation >= 16384`;

/**
 * Runs each step of a plan in a transaction of its own, and looks in it at the locks, at the files of tables, at the rows
 * that were read, and at what PostgreSQL says that it does.
 */
export async function measurePlan(client: Client, { steps }: Plan): Promise<readonly Measured[]> {
  const notices: string[] = [];
  const listen = ({ message }: { readonly message?: string | undefined }): void => {
    notices.push(message ?? "");
  };
  client.on("notice", listen);
  try {
    let { relations: before } = await look(client);
    const known = new Set(before.map(({ oid }) => oid));
    const measured: Measured[] = [];
    for (const step of steps) {
      notices.splice(0);
      const seen = await runStep(client, step);
      const after = seen.relations.filter(({ oid }) => known.has(oid));
      const locks = seen.locks.flatMap(({ oid, mode }) => {
        const on = before.find((relation) => relation.oid === oid);
        return on === undefined ? [] : [{ mode: lockOf(mode), on }];
      });
      measured.push({
        lock: step.transactional ? strongestLock(locks) : null,
        hazards: [
          ...seenInFiles(before, after, locks),
          ...seenInNotices({ tables: before, foreignKeys: after.flatMap((table) => table.foreignKeys) }, notices),
          ...seenInLocks(locks),
        ],
      });
      before = after;
    }
    return measured;
  } finally {
    client.off("notice", listen);
  }
}

/** What was read and not yet reported would count again. 14 reports when it likes, so there nobody counts. */
const forgetRowsRead = `DO $do$ BEGIN
  IF current_setting('server_version_num')::integer >= 150000 THEN PERFORM pg_catalog.pg_stat_force_next_flush(); END IF;
END $do$`;

async function look(client: Client): Promise<Look> {
  await client.query(forgetRowsRead);
  return lookNow(client);
}

async function lookNow(client: Client): Promise<Look> {
  const { rows: relations } = await client.query<Relation>(relationsQuery);
  const { rows: locks } = await client.query<HeldLock>(locksQuery);
  return { relations, locks };
}

async function runStep(client: Client, { sql, transactional }: Step): Promise<Look> {
  if (!transactional) {
    await client.query(sql.text);
    return look(client);
  }
  await client.query("BEGIN; SET LOCAL check_function_bodies = off; SET LOCAL client_min_messages = debug1");
  await client.query(sql.text);
  const seen = await lookNow(client);
  await client.query(`${forgetRowsRead}; COMMIT`);
  return seen;
}

interface TakenLock {
  readonly mode: Lock;
  readonly on: Relation;
}

/** `AccessExclusiveLock` as a step says it. */
function lockOf(mode: string): Lock {
  const words = mode.replace(/Lock$/, "").replaceAll(/(?<=[a-z])(?=[A-Z])/g, "_");
  const found = locks.find((lock) => lock === words.toLowerCase());
  if (found === undefined) throw new Error(`PostgreSQL has a lock that is not known: ${mode}`);
  return found;
}

/** Where it stands among the locks, the weakest first. Nobody waits for one who only reads, but those who need it alone. */
export const strengthOf = (lock: Lock): number => (lock === "access_share" ? 0 : locks.indexOf(lock));

const strongestLock = (taken: readonly TakenLock[]): NonNullable<Measured["lock"]> =>
  taken.reduce<NonNullable<Measured["lock"]>>(
    (strongest, { mode, on }) => (strengthOf(mode) > strengthOf(strongest.mode) ? { mode, on: on.name } : strongest),
    { mode: "none", on: "" },
  );

function seenInLocks(taken: readonly TakenLock[]): Measured["hazards"] {
  const tables = taken.flatMap(({ mode, on }) =>
    strengthOf(mode) > strengthOf("row_exclusive") && on.kind !== "v" && !on.below ? [on.name] : [],
  );
  const locked = [...new Set(tables)];
  return locked.length > 1 ? [["locks_other_table", `${locked.join(" and ")} are locked`]] : [];
}

function seenInFiles(
  before: readonly Relation[],
  after: readonly Relation[],
  taken: readonly TakenLock[],
): Measured["hazards"] {
  const fileBefore = new Map(before.map(({ oid, file }) => [oid, file]));
  // Nobody waits for one who only reads.
  const isHeld = (oid: string): boolean => taken.some(({ mode, on }) => on.oid === oid && strengthOf(mode) > 0);
  return after.flatMap(({ oid, name, file, rowsRead }): Measured["hazards"] => [
    ...(file === fileBefore.get(oid) ? [] : ([["rewrites_table", `${name} is in another file`]] as const)),
    ...(rowsRead === 0 || !isHeld(oid) ? [] : ([["scans_table", `${rowsRead} rows of ${name} are read`]] as const)),
  ]);
}

const meanings: readonly (readonly [pattern: RegExp, names: "table" | "foreign key", hazard: Hazard])[] = [
  [/^rewriting table "(.*)"$/, "table", "rewrites_table"],
  [/^verifying table "(.*)"$/, "table", "scans_table"],
  [/^validating foreign key constraint "(.*)"$/, "foreign key", "scans_table"],
  [/^building index ".*" on table "(.*)" (?:serially|with)/, "table", "blocks_writes"],
];

/** PostgreSQL names tables without their schemas, by the names from before the step. */
function seenInNotices(
  { tables, foreignKeys }: { readonly tables: readonly Relation[]; readonly foreignKeys: readonly string[] },
  notices: readonly string[],
): Measured["hazards"] {
  return notices.flatMap((notice) =>
    meanings.flatMap(([pattern, names, hazard]): Measured["hazards"] => {
      const name = pattern.exec(notice)?.[1];
      if (name === undefined) return [];
      const isKnown = names === "table" ? tables.some((table) => table.name === name) : foreignKeys.includes(name);
      return isKnown ? [[hazard, notice]] : [];
    }),
  );
}
