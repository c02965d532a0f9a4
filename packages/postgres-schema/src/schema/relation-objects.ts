import type { ObjectId } from "./object-id.ts";
import type { ResultColumn } from "./objects.ts";

/** A view that keeps its rows. Its indexes name it as their table. */
export interface MaterializedView {
  readonly kind: "materialized_view";
  readonly schema: string;
  readonly name: string;
  /** The query alone. */
  readonly definition: string;
  readonly options: readonly string[];
  /** False before the first REFRESH: the view cannot be read. */
  readonly populated: boolean;
  /** See `View.resultColumns`. */
  readonly resultColumns: readonly ResultColumn[];
  readonly dependsOn: readonly ObjectId[];
}

/** A rewrite rule of a table or a view. */
export interface Rule {
  readonly kind: "rule";
  readonly schema: string;
  /** The table or the view. */
  readonly table: string;
  readonly name: string;
  /** The whole CREATE RULE statement without a semicolon. */
  readonly definition: string;
  readonly enabled: "origin" | "disabled" | "replica" | "always";
  readonly dependsOn: readonly ObjectId[];
}

/**
 * What a partition has of an index, a key or a foreign key of a table above it. It comes and goes with that and with the
 * partition; what can be changed of it by itself is its name. Of a foreign key there is one only where its name is not the key's.
 */
export interface PartitionPart {
  readonly kind: "partition_part";
  readonly schema: string;
  /** The partition. */
  readonly table: string;
  /** What it is a part of, on the table that has it by itself: an index, a constraint with one, or a foreign key. */
  readonly of: ObjectId;
  readonly name: string;
  /** The name that PostgreSQL gives to it, unless that is taken. */
  readonly usualName: string;
}

/** A constraint that no two rows may break together. */
export interface Exclusion {
  readonly kind: "exclusion";
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  /** `EXCLUDE USING …` with all that follows. */
  readonly definition: string;
  readonly dependsOn: readonly ObjectId[];
}

/** Extended statistics on columns or expressions of one table. */
export interface Statistics {
  readonly kind: "statistics";
  readonly schema: string;
  readonly name: string;
  /** The whole CREATE STATISTICS statement without a semicolon. */
  readonly definition: string;
  /** How much is sampled; null for the server's default. */
  readonly target: number | null;
  readonly dependsOn: readonly ObjectId[];
}

/** An aggregate function. */
export interface Aggregate {
  readonly kind: "aggregate";
  readonly schema: string;
  readonly name: string;
  /** Types of the arguments that go in. */
  readonly arguments: readonly string[];
  /** The arguments as CREATE AGGREGATE and COMMENT take them, as SQL: `numeric`, `ORDER BY anyelement`. */
  readonly signature: string;
  /** What CREATE AGGREGATE takes, as SQL: `SFUNC = int4pl`. */
  readonly options: readonly string[];
  readonly dependsOn: readonly ObjectId[];
}

/** An object of a relation's, or beside one. */
export type RelationObject = MaterializedView | Rule | Exclusion | Statistics | Aggregate;
