import type { DatabaseSchema } from "../schema/database-schema.ts";
import type { IdentityAttribute } from "../schema/identify.ts";
import type { IndexedSchema } from "../schema/indexed-schema.ts";
import type { ObjectId } from "../schema/object-id.ts";
import type { ObjectKind, ObjectOf, SchemaObject } from "../schema/objects.ts";
import type { Sql } from "../sql/sql.ts";
import type { Step } from "./step.ts";

/** What a rule may look at besides its own object. */
export interface PlanContext {
  readonly before: IndexedSchema;
  readonly after: IndexedSchema;
  /** What the whole migration leads to: where this is one of several plans, the last one's `after`. */
  readonly end: DatabaseSchema;
  /** The server's major version: some statements exist only from one on. */
  readonly postgresMajor: number;
  /**
   * Roles that a server may give rights on new objects by itself (Supabase's default privileges). Rights on a new object
   * are taken from them first, so that what is granted is what the schema says.
   */
  readonly resetPrivilegesOf: readonly string[];
  /** The role that runs the plan, where it is known: what it makes is its own. */
  readonly runBy: string | null;
  /** By column: the value that existing rows get when the column becomes required. */
  readonly backfills: ReadonlyMap<ObjectId, Sql>;
  /** By column: the new value as an expression over the old row, when the type changes. */
  readonly conversions: ReadonlyMap<ObjectId, Sql>;
  /** Columns that repeat another column of their table, and which one. */
  readonly copies: Copies;
  /** Objects on both sides that are dropped and made anew, once that is known. */
  readonly replaced: ReadonlySet<ObjectId>;
  /** Whether indexes are built and dropped while others write, each statement in no transaction. */
  readonly concurrently: boolean;
}

/** By column: the column of the same table that has the same values, in the schema before and in the one after. */
export interface Copies {
  readonly before: ReadonlyMap<ObjectId, ObjectId>;
  readonly after: ReadonlyMap<ObjectId, ObjectId>;
}

/** A change of one attribute: the object before and after. */
export interface AttributeChange<Kind extends ObjectKind> {
  readonly id: ObjectId;
  readonly before: ObjectOf<Kind>;
  readonly after: ObjectOf<Kind>;
  /** See `ChangedObject.carried`. */
  readonly carried?: boolean;
  /** See `ChangedObject.rowsOf`. */
  readonly rowsOf?: readonly ObjectId[];
  /** See `ChangedObject.textAround`. */
  readonly textAround?: readonly ObjectId[];
  /** See `ChangedObject.textMeanwhile`. */
  readonly textMeanwhile?: readonly ObjectId[];
}

export interface AlterRule<Kind extends ObjectKind> {
  /** Whether PostgreSQL would refuse the change for this dependent, or bend it: then it steps aside and comes back. */
  readonly stepsAside?: (dependent: SchemaObject, change: AttributeChange<Kind>) => boolean;
  readonly steps: (change: AttributeChange<Kind>, context: PlanContext) => readonly Step[];
  /** Whether the steps put a new object in the place of the old one, which goes with all comments and rights on it. */
  readonly rebuilds?: (change: AttributeChange<Kind>, context: PlanContext) => boolean;
  /** Where it cannot be altered after all: dropped and created anew. */
  readonly replaceIf?: (change: AttributeChange<Kind>, context: PlanContext) => boolean;
}

/** `replace`: dropped and created anew. `ignore`: differs without meaning. */
export type AttributeRule<Kind extends ObjectKind> = AlterRule<Kind> | "replace" | "ignore";

export interface KindRules<Kind extends ObjectKind> {
  readonly create: (object: ObjectOf<Kind>, context: PlanContext) => readonly Step[];
  readonly drop: (object: ObjectOf<Kind>, context: PlanContext) => readonly Step[];
  /** A rule for every attribute that is not part of the identity: a forgotten one does not compile. */
  readonly attributes: {
    readonly [Attribute in Exclude<keyof ObjectOf<Kind>, IdentityAttribute<Kind> | "kind">]: AttributeRule<Kind>;
  };
}

export type ChangeTable = { readonly [Kind in ObjectKind]: KindRules<Kind> };
