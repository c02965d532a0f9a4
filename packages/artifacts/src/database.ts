import { z } from "zod";

/** Stage 2.5's artifact: what is now in the database, and its tables as types. */

/** One column as the later stages and the generated types see it. */
export const ColumnDeclaration = z.object({
  name: z.string(),
  /** PostgreSQL's name of the type: `character varying(100)`. */
  postgresType: z.string(),
  /** TypeScript as `pg` gives it on select: `string`, `Date`, `"open" | "closed"`. */
  selectType: z.string(),
  /** TypeScript that insert and update take. */
  insertType: z.string(),
  nullable: z.boolean(),
  hasDefault: z.boolean(),
  /** GENERATED ALWAYS: neither inserted nor updated. */
  generated: z.boolean(),
  /** Kept for earlier iterations; the model has it no more. */
  deprecated: z.boolean(),
  comment: z.string().optional(),
  enumValues: z.array(z.string()).optional(),
});
export type ColumnDeclaration = z.infer<typeof ColumnDeclaration>;

/** One table or view as the later stages and the generated types see it. */
export const TableDeclaration = z.object({
  schema: z.string(),
  name: z.string(),
  kind: z.enum(["table", "view"]),
  /** The entity of the model; absent for views and retained tables. */
  entity: z.string().optional(),
  primaryKey: z.array(z.string()),
  columns: z.array(ColumnDeclaration),
  foreignKeys: z
    .array(
      z.object({
        name: z.string(),
        columns: z.array(z.string()),
        references: z.object({ schema: z.string(), table: z.string(), columns: z.array(z.string()) }),
        /** No two rows refer to the same one. */
        oneToOne: z.boolean(),
      }),
    )
    .optional(),
  deprecated: z.boolean(),
  comment: z.string().optional(),
});
export type TableDeclaration = z.infer<typeof TableDeclaration>;

export const TableChanges = z.object({
  created: z.array(z.string()),
  modified: z.array(z.string()),
  deleted: z.array(z.string()),
});
export const ColumnChanges = z.object({
  added: z.array(z.string()),
  modified: z.array(z.string()),
  deleted: z.array(z.string()),
});

/**
 * The iteration record: the seed's shape, and the hash chain. In the committed file `applied` is null, since each database
 * has its own answer; `build-it history --json` and the stage's artifact fill it in from the target's history.
 */
export const IterationRecord = z.object({
  iteration: z.number().int().min(1),
  name: z.string(),
  generatedAt: z.string(),
  databaseChanges: z.object({
    tables: TableChanges,
    columns: ColumnChanges,
    relationships: z.object({ added: z.array(z.string()), deleted: z.array(z.string()) }),
    /** Columns and tables that left the model and stay in the database. */
    retained: z.array(z.string()),
    migrations: z.array(z.object({ file: z.string(), checksum: z.string(), applied: z.string().nullable() })),
  }),
  rollback: z.object({
    migrations: z.array(z.object({ file: z.string(), checksum: z.string() })),
    /** The rollback's statements, in order. */
    procedure: z.array(z.string()),
  }),
  /** SHA-256 of the schema this iteration ends at, as PostgreSQL of `postgresMajor` prints it. */
  schemaFingerprint: z.string(),
  postgresMajor: z.number().int(),
  /** SHA-256 of the snapshot file as it was written with this iteration. */
  snapshotChecksum: z.string(),
  /** The previous record's `hash`; null for the first. */
  previousHash: z.string().nullable(),
  /** SHA-256 over everything above but `applied`. */
  hash: z.string(),
});
export type IterationRecord = z.infer<typeof IterationRecord>;

/** Stage 2.5's artifact: a database that was found equal to the model, and what is in it. */
export const DatabaseArtifact = z.object({
  /** The iteration the database is at; 0 where nothing was ever made. */
  iteration: z.number().int(),
  state: z.literal("verified"),
  /** Host and database, never a password. */
  target: z.string(),
  schemaFingerprint: z.string(),
  /** Iterations that this run applied; empty when there was nothing to do. */
  applied: z.array(z.number().int()),
  record: IterationRecord.nullable(),
  tables: z.array(TableDeclaration),
  /** Files of table types that were written, relative to the app. */
  typeFiles: z.array(z.string()),
});
export type DatabaseArtifact = z.infer<typeof DatabaseArtifact>;
