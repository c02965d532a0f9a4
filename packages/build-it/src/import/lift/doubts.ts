import type { ObjectId } from "@build-it/postgres-schema";

/** What earlier attempts at a model found: PostgreSQL made something else of it than what is there. */
export interface Doubts {
  /** How often an object came out differently: once, and it is said word for word; twice, and it stays in SQL. */
  readonly objects: ReadonlyMap<ObjectId, number>;
  /** Tables whose rights are not those that rules make. */
  readonly access: ReadonlySet<ObjectId>;
  /** Tables that cannot be entities, and why, as a clause after the table's name. */
  readonly tables: ReadonlyMap<ObjectId, string>;
}

export const noDoubts: Doubts = { objects: new Map(), access: new Set(), tables: new Map() };
