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

const QualifiedName = z.object({ schema: z.string(), name: z.string() });

/** Of what only prepares: nothing that was there is another by its end. */
const beforeRenames = z.literal(true).optional();

/** How a migration file is run: all of it in one transaction, or in a way of its own. */
export const RunMode = z.discriminatedUnion("mode", [
  z.object({ mode: z.literal("transaction"), beforeRenames }),
  /** One statement that builds or drops an index while others write; PostgreSQL runs it in no transaction. */
  z.object({ mode: z.literal("concurrently"), action: z.enum(["create", "drop"]), index: QualifiedName }),
  /**
   * One UPDATE that fills a column of a large table, run by ranges of its key, each in a transaction of its own; `quiet`: without
   * the table's triggers.
   */
  z.object({
    mode: z.literal("batches"),
    table: QualifiedName,
    column: z.string().optional(),
    quiet: z.literal(true).optional(),
    beforeRenames,
  }),
]);
export type RunMode = z.infer<typeof RunMode>;

const StepFile = z.object({ file: z.string(), checksum: z.string() });

/** A hand-written file that changes rows, relative to `database/`; `reverse` is null where it says that there is none. */
const RecordedStep = StepFile.extend({ reverse: StepFile.nullable() });

const Rename = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("table"), schema: z.string(), from: z.string(), to: z.string() }),
  z.object({ kind: z.literal("enum"), schema: z.string(), from: z.string(), to: z.string() }),
  z.object({ kind: z.literal("column"), schema: z.string(), table: z.string(), from: z.string(), to: z.string() }),
]);

/** Which values of a column are others afterwards. */
const Rewriting = z.enum(["nulls", "values", "all"]);

/**
 * What an iteration does to rows, as far as two schemas do not tell it: the archive must know it to lose nothing. Columns
 * are said by their ids in the snapshot.
 */
export const RowChanges = z.object({
  /** A column's table by the name that it has after the iteration. */
  renames: z.array(Rename),
  /** Columns that repeat another one under a former name, at the end of the iteration. */
  repeats: z.record(z.string(), z.string()),
  /** Columns whose values change, by the names that they have before the file is run. */
  rewritten: z.object({
    migration: z.record(z.string(), Rewriting),
    rollback: z.record(z.string(), Rewriting),
  }),
});
export type RowChanges = z.infer<typeof RowChanges>;

/**
 * The iteration record: the seed's shape, and the hash chain. In the committed file `applied` is null, since each database
 * has its own answer; `build-it history --json` and the stage's artifact fill it in from the target's history.
 */
export const IterationRecord = z.object({
  iteration: z.number().int().min(1),
  name: z.string(),
  /** Whether a database that is found at exactly this schema may be taken as it is, without running anything on it. */
  baseline: z.literal(true).optional(),
  generatedAt: z.string(),
  databaseChanges: z.object({
    tables: TableChanges,
    columns: ColumnChanges,
    relationships: z.object({ added: z.array(z.string()), deleted: z.array(z.string()) }),
    /** Columns and tables that left the model and stay in the database. */
    retained: z.array(z.string()),
    /** What was retained, or a former name, and is given up: code of iterations that know it works no longer. */
    retired: z.array(z.string()).optional(),
    /** The iteration's parts, in order; mostly one. `run` is there where it is not just one transaction. */
    migrations: z.array(
      z.object({
        file: z.string(),
        checksum: z.string(),
        applied: z.string().nullable(),
        run: RunMode.optional(),
      }),
    ),
  }),
  /** Data steps that the migration's text has taken in, in the order they run. Absent where there are none. */
  steps: z.array(RecordedStep).optional(),
  rollback: z.object({
    /** For each part the file that leads from its end to before the iteration. */
    migrations: z.array(z.object({ file: z.string(), checksum: z.string() })),
    /** The rollback's statements, in order. */
    procedure: z.array(z.string()),
  }),
  /** SHA-256 of the schema this iteration ends at, as PostgreSQL of `postgresMajor` prints it. */
  schemaFingerprint: z.string(),
  /** Absent where the iteration renames nothing and rewrites no values. */
  rows: RowChanges.optional(),
  /** The PostgreSQL schemas it is in, and how many tables it has: all that a quick verification must know of it. */
  schemas: z.array(z.string()).optional(),
  tables: z.number().int().optional(),
  postgresMajor: z.number().int(),
  /** SHA-256 of the snapshot file as it was written with this iteration. */
  snapshotChecksum: z.string(),
  /**
   * In a baseline that `squash` made: the records of the iterations that it stands for, as they were written, oldest first.
   * They prove the chain, and the rows of databases that were built by them.
   */
  get folds(): z.ZodOptional<z.ZodArray<typeof IterationRecord>> {
    return z.array(IterationRecord).optional();
  },
  /** The previous record's `hash`, of a baseline that of the last record it folds; null for the first. */
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
