import type { ObjectId } from "../schema/object-id.ts";
import type { Sql } from "../sql/sql.ts";

/** PostgreSQL's table locks, weakest first. https://www.postgresql.org/docs/current/explicit-locking.html */
export const locks = [
  "none",
  "access_share",
  "row_share",
  "row_exclusive",
  "share_update_exclusive",
  "share",
  "share_row_exclusive",
  "exclusive",
  "access_exclusive",
] as const;
/** A table lock, by PostgreSQL's name for it; `none` where the step takes none that anyone waits for. */
export type Lock = (typeof locks)[number];

export const hazards = [
  /** Every row is written anew, under the step's lock. */
  "rewrites_table",
  /** Every row is read, under the step's lock. */
  "scans_table",
  /** Rows that are there may make the statement fail. */
  "may_fail_on_data",
  /** Values are lost that no rollback brings back. */
  "deletes_data",
  /** An index is built while nobody may write. */
  "blocks_writes",
  /** A second table is locked too. */
  "locks_other_table",
  /** Who may see or change what is different afterwards. */
  "changes_access",
] as const;
/** What a step may do to rows, to those who wait, or to who sees what. */
export type Hazard = (typeof hazards)[number];

/** One statement, what it costs, and how it depends on other statements. */
export interface Step {
  readonly subject: ObjectId;
  readonly sql: Sql;
  /** The strongest lock it takes on a table that was there before. */
  readonly lock: Lock;
  readonly hazards: readonly Hazard[];
  /** False where PostgreSQL refuses to run it in a transaction, or together with what uses it. */
  readonly transactional: boolean;
  readonly creates: readonly ObjectId[];
  readonly drops: readonly ObjectId[];
  readonly alters: readonly ObjectId[];
  /** Runs after whatever creates or alters one of these. */
  readonly needs: readonly ObjectId[];
  /** Runs after whatever creates one of these: all that matters is that it is there. */
  readonly expects: readonly ObjectId[];
  /** Runs before whatever alters or drops one of these. */
  readonly releases: readonly ObjectId[];
}

type Costs = Partial<Pick<Step, "lock" | "hazards" | "transactional">>;
type Links = Partial<Pick<Step, "creates" | "drops" | "alters" | "needs" | "expects" | "releases">>;

const step = (
  subject: ObjectId,
  sql: Sql,
  { lock = "none", hazards = [], transactional = true, ...links }: Costs & Links,
): Step => ({
  subject,
  sql,
  lock,
  hazards,
  transactional,
  creates: links.creates ?? [],
  drops: links.drops ?? [],
  alters: links.alters ?? [],
  needs: links.needs ?? [],
  expects: links.expects ?? [],
  releases: links.releases ?? [],
});

/** A statement that makes `id`. */
export const createStep = (
  id: ObjectId,
  sql: Sql,
  { creates = [], ...rest }: Costs & Pick<Links, "creates" | "needs" | "expects">,
): Step => step(id, sql, { ...rest, creates: [id, ...creates] });

/** A statement that takes `id` away. */
export const dropStep = (
  id: ObjectId,
  sql: Sql,
  { drops = [], ...rest }: Costs & Pick<Links, "drops" | "needs" | "releases">,
): Step => step(id, sql, { ...rest, drops: [id, ...drops] });

/** A statement that ties `id` to something that may only come later: what uses `id` need not wait for it. */
export const tieStep = (
  id: ObjectId,
  sql: Sql,
  { needs = [], ...rest }: Costs & Pick<Links, "needs" | "releases">,
): Step => step(id, sql, { ...rest, needs: [id, ...needs] });

/** A statement that frees `id` of something that goes: what uses `id` does not notice. */
export const freeStep = (id: ObjectId, sql: Sql, rest: Costs & Pick<Links, "releases">): Step => step(id, sql, rest);

/** A statement that changes `id`. */
export const alterStep = (id: ObjectId, sql: Sql, { alters = [], ...rest }: Costs & Links): Step =>
  step(id, sql, { ...rest, alters: [id, ...alters] });
