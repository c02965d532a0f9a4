import type { DefaultPrivilege, Owner, Setting } from "./attached-objects.ts";
import type { ConstraintObject } from "./constraint-objects.ts";
import type { EventTrigger, Publication } from "./database-objects.ts";
import type { DefinedObject } from "./defined-objects.ts";
import type { ForeignObject } from "./foreign-objects.ts";
import type { ObjectId } from "./object-id.ts";
import type { Aggregate, Exclusion, MaterializedView, PartitionPart, Rule, Statistics } from "./relation-objects.ts";
import type { NamedOption, TextSearchObject } from "./text-search-objects.ts";
import type { Composite, Domain, DomainCheck } from "./type-objects.ts";

export type { DefaultPrivilege, Owner, Setting } from "./attached-objects.ts";
export type { Check, ForeignKey, NotNull, PrimaryKey, ReferentialAction, Unique } from "./constraint-objects.ts";
export type { EventTrigger, Publication, PublicationMember } from "./database-objects.ts";
export type {
  AccessMethod,
  Cast,
  Collation,
  Conversion,
  DefinedObject,
  Operator,
  OperatorClass,
  OperatorFamily,
  RangeType,
  TextSearchParser,
  TextSearchTemplate,
} from "./defined-objects.ts";
export type { ForeignServer, ForeignWrapper, UserMapping } from "./foreign-objects.ts";
export type { Aggregate, Exclusion, MaterializedView, PartitionPart, Rule, Statistics } from "./relation-objects.ts";
export type {
  NamedOption,
  TextSearchConfiguration,
  TextSearchDictionary,
  TextSearchMapping,
} from "./text-search-objects.ts";
export type { Composite, CompositeAttribute, Domain, DomainCheck } from "./type-objects.ts";

/**
 * What a schema is made of: flat, readonly objects with raw names, never quoted text. An SQL expression or a definition
 * is what its author wrote, in a designed schema, or what PostgreSQL prints, in one that was read from a catalog; the
 * two are never compared with each other.
 */

/** A PostgreSQL schema: a namespace. */
export interface Schema {
  readonly kind: "schema";
  readonly name: string;
}

/** An installed extension; its members are not listed. */
export interface Extension {
  readonly kind: "extension";
  readonly name: string;
  readonly schema: string;
}

/** A native enum type, its values in their order. */
export interface Enum {
  readonly kind: "enum";
  readonly schema: string;
  readonly name: string;
  readonly values: readonly string[];
}

/** A sequence of its own; the one behind an identity column is part of the column. */
export interface Sequence {
  readonly kind: "sequence";
  readonly schema: string;
  readonly name: string;
  readonly type: "smallint" | "integer" | "bigint";
  /** Numbers as text: they may not fit a JavaScript number. */
  readonly start: string;
  readonly increment: string;
  readonly minimum: string;
  readonly maximum: string;
  readonly cache: string;
  readonly cycle: boolean;
  /** Whether it starts anew after a crash; from PostgreSQL 15. */
  readonly unlogged?: true;
  readonly ownedBy: ObjectId | null;
}

/** A table, without its columns and constraints, which are objects of their own. */
export interface Table {
  readonly kind: "table";
  readonly schema: string;
  readonly name: string;
  readonly rowSecurity: boolean;
  readonly rowSecurityForced: boolean;
  readonly unlogged: boolean;
  /** How its rows are spread over partitions, as SQL: `LIST (region)`. */
  readonly partitionBy?: string;
  /** The functions, collations and operator classes that this uses. Not compared. */
  readonly partitionUses?: readonly ObjectId[];
  /** The table that it holds a part of. Its columns are that table's, and so no objects of their own. */
  readonly partitionOf?: {
    readonly schema: string;
    readonly table: string;
    /** As SQL: `FOR VALUES IN ('eu')`, `DEFAULT`. */
    readonly bound: string;
  };
  /** The tables whose columns it has too, in their order. Only columns that it declares itself are objects. */
  readonly inherits?: readonly { readonly schema: string; readonly table: string }[];
  /** The raw names of all columns in their places, of a table that has some from parents. Not compared. */
  readonly columnOrder?: readonly string[];
  /** Indexes and constraints that it has from its parents, and that stay with it when it leaves them. Not compared. */
  readonly fromParents?: readonly InheritedPart[];
  /**
   * Columns from parents that the table requires by a NOT NULL constraint of its own, too, which stays when a parent's goes. Only
   * told from PostgreSQL 18.
   */
  readonly requiredItself?: readonly string[];
  /**
   * What the NOT NULL constraints of columns from parents are called, where that is not what the parents' are. Only told from
   * PostgreSQL 18, and not compared.
   */
  readonly notNullNames?: readonly { readonly column: string; readonly name: string }[];
  /** The server that has its rows, by its raw name, and what is said to it. */
  readonly foreignServer?: string;
  readonly foreignOptions?: readonly NamedOption[];
}

/** An index or a constraint of a table that its parent's stands for. */
export interface InheritedPart {
  readonly kind: "index" | "constraint";
  readonly name: string;
}

/** A column of a table; its default is an object of its own. */
export interface Column {
  readonly kind: "column";
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  /** Place in the table, 1-based. Columns are found by name, so it is not compared. */
  readonly ordinal: number;
  /** As `format_type` prints it with an empty search_path: `character varying(100)`, `public.mood[]`. */
  readonly type: string;
  /** The enum or other object the type comes from, where it is not PostgreSQL's own. */
  readonly typeObject: ObjectId | null;
  readonly nullable: boolean;
  /** What PostgreSQL calls its NOT NULL constraint, where that is not what it would call it now. Not compared. */
  readonly notNullName?: string;
  readonly identity: "always" | "by_default" | null;
  /** Of the sequence behind an identity, where it differs from what PostgreSQL makes by itself. */
  readonly identityOptions?: IdentityOptions;
  /** The expression of a generated column. */
  readonly generated: string | null;
  /** Whether a generated column is computed when it is read, not when it is written; from PostgreSQL 18. */
  readonly virtual?: true;
  /** As SQL, where it is not the type's own: `"C"`, `public.german`. */
  readonly collation: string | null;
  /** What is said of it to the server of a foreign table. */
  readonly foreignOptions?: readonly NamedOption[];
  /** Its collation, where that is not PostgreSQL's own, and what the expression of a generated column uses. */
  readonly dependsOn: readonly ObjectId[];
}

/** A column that a table has from a parent, where it differs from the parent's or has a comment of its own. */
export interface InheritedColumn {
  readonly kind: "inherited_column";
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  /** Whether it is NOT NULL although the parent's is not. */
  readonly required: boolean;
  /** See `Column.notNullName`. */
  readonly notNullName?: string;
  /** Its default and the parent's, where they are not the same; null for none. */
  readonly default: { readonly own: string | null; readonly inherited: string | null } | null;
  /** The tables above it, their columns and defaults, and what its own default uses. */
  readonly dependsOn: readonly ObjectId[];
}

/** The sequence behind an identity column. Numbers as text: they may not fit a JavaScript number. */
export interface IdentityOptions {
  /** Its name in the table's schema. */
  readonly name: string;
  readonly start: string;
  readonly increment: string;
  readonly minimum: string;
  readonly maximum: string;
  readonly cache: string;
  readonly cycle: boolean;
}

/** A column's default: an object of its own, since it has dependencies of its own. */
export interface Default {
  readonly kind: "default";
  readonly schema: string;
  readonly table: string;
  readonly column: string;
  readonly expression: string;
  readonly dependsOn: readonly ObjectId[];
}

/** One column or expression of an index. */
export interface IndexKey {
  /** A raw column name, or null where `expression` is set. */
  readonly column: string | null;
  readonly expression: string | null;
  readonly descending: boolean;
  readonly nullsFirst: boolean;
  /** As SQL, where it is not the type's default: `text_pattern_ops`, `extensions.gin_trgm_ops`. */
  readonly operatorClass: string | null;
  /** As SQL, where it is not the column's or the expression type's own. */
  readonly collation: string | null;
}

/** An index that is no constraint's. */
export interface Index {
  readonly kind: "index";
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  readonly unique: boolean;
  readonly nullsNotDistinct: boolean;
  readonly method: string;
  readonly keys: readonly IndexKey[];
  readonly include: readonly string[];
  readonly where: string | null;
  /** False after a concurrent build that failed: the index is there and does nothing. */
  readonly valid: boolean;
  readonly dependsOn: readonly ObjectId[];
}

/** A view, with the query that it stands for. */
export interface View {
  readonly kind: "view";
  readonly schema: string;
  readonly name: string;
  /** The query alone, without CREATE VIEW … AS and without a semicolon. */
  readonly definition: string;
  /** Storage parameters, sorted, flags as `true` and `false`: `check_option=local`, `security_invoker=true`. */
  readonly options: readonly string[];
  /** The same in their order and as PostgreSQL keeps them, `security_invoker=on`, where that is otherwise. Not compared. */
  readonly writtenOptions?: readonly string[];
  /** What the query gives, in its order, as PostgreSQL derived it; empty in a designed schema. It is not compared. */
  readonly resultColumns: readonly ResultColumn[];
  readonly dependsOn: readonly ObjectId[];
}

/** A column of a view: its name and its type, said as those of a table's column. */
export interface ResultColumn {
  readonly name: string;
  readonly type: string;
  readonly typeObject: ObjectId | null;
}

/** A function or a procedure. */
export interface Routine {
  readonly kind: "function";
  readonly schema: string;
  readonly name: string;
  /** Input types, as `pg_get_function_identity_arguments` without names: `uuid, text`. */
  readonly arguments: readonly string[];
  readonly procedure: boolean;
  /**
   * What CREATE OR REPLACE cannot change: the result and the arguments with their names, and which of them have a
   * default, as one line of text. A function with another signature is dropped and created.
   */
  readonly signature: string;
  /** The whole statement, which begins with CREATE OR REPLACE FUNCTION (or PROCEDURE) and has no semicolon at its end. */
  readonly definition: string;
  /** Raw names, sorted: the columns that a star stands for with which its parsed body ends. It gives rows of their table. */
  readonly rowColumns?: readonly string[];
  readonly dependsOn: readonly ObjectId[];
}

/** A trigger of a table. */
export interface Trigger {
  readonly kind: "trigger";
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  /** The whole CREATE TRIGGER statement without a semicolon. */
  readonly definition: string;
  readonly enabled: "origin" | "disabled" | "replica" | "always";
  readonly dependsOn: readonly ObjectId[];
}

/** A row level security policy. */
export interface Policy {
  readonly kind: "policy";
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  readonly permissive: boolean;
  readonly command: "all" | "select" | "insert" | "update" | "delete";
  /** Raw role names; "public" is everyone. */
  readonly roles: readonly string[];
  readonly using: string | null;
  readonly check: string | null;
  readonly dependsOn: readonly ObjectId[];
}

/** What one role lets another do with one object. The owner's own rights are not listed. */
export interface Privilege {
  readonly kind: "privilege";
  /** A column stands for the sequence behind its identity; rights on the column itself are its table's. */
  readonly on: ObjectId;
  /** A raw role name; "public" is everyone. */
  readonly grantee: string;
  /** The role that passed them on, by its raw name; absent where they are the owner's to give. */
  readonly grantedBy?: string;
  /** Whom that role has the right to do so from: raw role names, null for the owner. Not compared. */
  readonly grantedThrough?: readonly (string | null)[];
  /** Lower case and sorted: `select`, `insert`; `select*` may be passed on; `select(title)` is a column's. */
  readonly privileges: readonly string[];
}

/** What COMMENT ON says about another object. */
export interface Comment {
  readonly kind: "comment";
  readonly on: ObjectId;
  /**
   * What of the object has it, where that is no object: `column x` of a view or a type, the `index` of a key, the
   * `sequence` of an identity.
   */
  readonly part?: string;
  readonly text: string;
}

/** Any object of a schema. */
export type SchemaObject =
  | Schema
  | Extension
  | Enum
  | Domain
  | DomainCheck
  | Composite
  | Sequence
  | Table
  | Column
  | InheritedColumn
  | Default
  | ConstraintObject
  | Exclusion
  | Index
  | PartitionPart
  | Statistics
  | View
  | MaterializedView
  | Rule
  | Routine
  | Aggregate
  | Trigger
  | Policy
  | Privilege
  | Comment
  | Setting
  | Owner
  | EventTrigger
  | Publication
  | DefinedObject
  | TextSearchObject
  | ForeignObject
  | DefaultPrivilege;

/** The kinds of object that a schema can hold. */
export type ObjectKind = SchemaObject["kind"];
/** The object of a kind. */
export type ObjectOf<Kind extends ObjectKind> = Extract<SchemaObject, { readonly kind: Kind }>;
