import type { Copies, DatabaseSchema, ObjectId, Rename, Sql } from "@build-it/postgres-schema";
import { type Diagnostic, SourceLocation } from "@build-it/stage-contract";
import { z } from "zod";
import { StoredObjects } from "./stored-objects.ts";

const Id = z.templateLiteral([z.string(), ":", z.string()]);

/** Where in the model an object comes from. */
export const Origin = z.object({
  entity: z.string(),
  field: z.string().optional(),
  location: SourceLocation.optional(),
  /** Of a secret field's column: also when the field has left the model, users have no rights on it. */
  secret: z.literal(true).optional(),
});
export type Origin = z.infer<typeof Origin>;

/**
 * The schema that should exist, with expressions as their authors wrote them. It is kept in the snapshot, so that the next
 * iteration is compared with what was meant and not with what PostgreSQL made of it.
 */
export const Design = z.object({
  /** In the order of their ids. */
  objects: StoredObjects,
  origins: z.record(Id, Origin),
  /**
   * Tables, columns, views and functions that the model has no more, by the name a person knows them by. One with
   * `renamedTo` is a former name, which goes on working, of what is called that now; a table's has the columns that were
   * known by then.
   */
  retained: z.record(
    Id,
    z.object({ name: z.string(), renamedTo: Id.optional(), columns: z.array(z.string()).optional() }),
  ),
  /** By column: the values of its enum, in the model's order. */
  enumValues: z.record(Id, z.array(z.string())),
  /** By column: the `cast` that its model still says, although an iteration has used it. It does not count again. */
  usedCasts: z.record(Id, z.string()).default({}),
});
export type Design = z.infer<typeof Design>;

/** How rows that are there come along, by column. */
export interface RowConversions {
  /** The value that existing rows get when the column becomes required. */
  readonly backfills: ReadonlyMap<ObjectId, Sql>;
  /** The new value as an expression over the old row, when the type changes. */
  readonly conversions: ReadonlyMap<ObjectId, Sql>;
  /** The value that takes the place of one that goes. */
  readonly valueMaps: ReadonlyMap<ObjectId, ReadonlyMap<string, string>>;
}

/** A design, as a schema to plan with and as what the snapshot keeps, and how rows come along. */
export interface DesignResult extends RowConversions {
  readonly design: Design;
  readonly schema: DatabaseSchema;
  /** Tables and columns that go on under another name; a column's table by its new name. */
  readonly renames: readonly Rename[];
  /** Columns that keep a former name working, and which one they repeat. */
  readonly copies: Copies;
  /** Tables and columns that the model says are new, whatever they look like. */
  readonly newcomers: ReadonlySet<ObjectId>;
  readonly diagnostics: readonly Diagnostic[];
}
