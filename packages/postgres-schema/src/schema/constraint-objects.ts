import type { ObjectId } from "./object-id.ts";

interface TableConstraint {
  readonly schema: string;
  readonly table: string;
  readonly name: string;
}

/** A table's primary key. */
export interface PrimaryKey extends TableConstraint {
  readonly kind: "primary_key";
  readonly columns: readonly string[];
  /** Columns that its index holds besides; absent for none. */
  readonly include?: readonly string[];
  /** Absent where it is checked at once, always. */
  readonly deferred?: "deferrable" | "initially_deferred";
  /** Whether its last column is a period that may not overlap; from PostgreSQL 18. */
  readonly period?: true;
}

/** A unique constraint; a unique index is an index. */
export interface Unique extends TableConstraint {
  readonly kind: "unique";
  readonly columns: readonly string[];
  /** Columns that its index holds besides; absent for none. */
  readonly include?: readonly string[];
  readonly nullsNotDistinct: boolean;
  readonly deferrable: boolean;
  readonly initiallyDeferred: boolean;
  /** See `PrimaryKey.period`. */
  readonly period?: true;
}

/** A condition that every row keeps. */
export interface Check extends TableConstraint {
  readonly kind: "check";
  /** The condition, without CHECK and its parentheses. */
  readonly expression: string;
  readonly validated: boolean;
  /** Where it is not: the tables below that it is not validated in either. A table that is made later is not among them. */
  readonly unvalidatedIn?: readonly { readonly schema: string; readonly table: string }[];
  /** Whether it only says what should be so: nothing is held against it, and it is not validated. From PostgreSQL 18. */
  readonly notEnforced?: true;
  /** Whether tables that inherit from this one are free of it. */
  readonly noInherit?: true;
  readonly dependsOn: readonly ObjectId[];
}

/** What a foreign key does when the referenced row goes or changes its key. */
export type ReferentialAction = "no_action" | "restrict" | "cascade" | "set_null" | "set_default";

/** A reference from some columns to a key of a table. */
export interface ForeignKey extends TableConstraint {
  readonly kind: "foreign_key";
  readonly columns: readonly string[];
  readonly references: { readonly schema: string; readonly table: string; readonly columns: readonly string[] };
  readonly onDelete: ReferentialAction;
  readonly onUpdate: ReferentialAction;
  /** Whether either all columns are null or none. */
  readonly matchFull?: true;
  /** The columns that ON DELETE sets, where it is not all of them. */
  readonly deleteColumns?: readonly string[];
  /** Whether the last column is a period that periods of the key must cover; from PostgreSQL 18. */
  readonly period?: true;
  readonly deferrable: boolean;
  readonly initiallyDeferred: boolean;
  readonly validated: boolean;
  /** See `Check.notEnforced`. */
  readonly notEnforced?: true;
}

/**
 * What is said of a column's NOT NULL constraint besides that the column is required: a name that somebody gave it, or that
 * it holds for some rows only. There is none for most columns, and none before PostgreSQL 18.
 */
export interface NotNull {
  readonly kind: "not_null";
  readonly schema: string;
  readonly table: string;
  readonly column: string;
  /** Of the constraint. */
  readonly name: string;
  /** Where it is not, the rows that were there may have no value, and the column is nullable. */
  readonly validated: boolean;
  /** Whether tables that inherit from this one are free of it. */
  readonly noInherit?: true;
  /** The tables above and their columns, where the column is inherited. */
  readonly dependsOn: readonly ObjectId[];
}

/** A constraint of a table whose parts a schema tells. */
export type ConstraintObject = PrimaryKey | Unique | Check | ForeignKey | NotNull;
