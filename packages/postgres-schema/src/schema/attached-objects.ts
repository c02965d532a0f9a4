import type { ObjectId } from "./object-id.ts";

/** Rights that objects to come are given, where they differ from PostgreSQL's own. */
export interface DefaultPrivilege {
  readonly kind: "default_privilege";
  /** Whose new objects. */
  readonly role: string;
  /** Null for all schemas. */
  readonly schema: string | null;
  readonly objects: "tables" | "sequences" | "functions" | "types" | "schemas" | "large_objects";
  readonly grantee: string;
  /** As in `Privilege`. */
  readonly privileges: readonly string[];
}

/** Who owns another object. It is only read where it was asked for. */
export interface Owner {
  readonly kind: "owner";
  readonly on: ObjectId;
  /** A raw role name. */
  readonly role: string;
}

/**
 * How PostgreSQL stores or treats another object, where that is not its default: an object of its own, since most
 * objects have none and any can be set and reset by itself.
 */
export interface Setting {
  readonly kind: "setting";
  readonly on: ObjectId;
  readonly attribute:
    | "storage"
    | "compression"
    | "statistics"
    | "replica_identity"
    | "clustered_on"
    | "access_method"
    | "of_type"
    | `statistics ${number}`
    | `parameter ${string}`
    /** Of a column of a materialized view, which is no object of its own: `column "a b" statistics`, the name as SQL. */
    | `column ${string}`;
  /** Its place among the parameters of the object, 1-based. A parameter that is new comes last. */
  readonly ordinal?: number;
  /** As SQL: `external`, `70`, `USING INDEX t_pkey`. */
  readonly value: string;
  /** The index or the type that it names. */
  readonly dependsOn: readonly ObjectId[];
}

/** An object that says something of another one, or of objects to come. */
export type AttachedObject = DefaultPrivilege | Owner | Setting;
