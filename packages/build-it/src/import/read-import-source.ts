import {
  type DatabaseSchema,
  databaseSchema,
  emptySchema,
  idOf,
  type SchemaObject,
  type UnmodelledObject,
} from "@build-it/postgres-schema";
import {
  isServersPublication,
  type OpenSide,
  openDatabase,
  openScript,
  openSnapshot,
  type StoredSchema,
} from "../compare/open-side.ts";
import { openScratchServer } from "../compare/scratch-server.ts";
import { parseSource } from "../compare/source.ts";
import { importOfModel, sourceHasHistory } from "../diagnostics.ts";
import type { TargetDatabase } from "../pipeline.ts";
import { HaltError } from "../run/halt-error.ts";
import { findLeftBeside, listMembers } from "./find-left-beside.ts";

/** Where to import from, and how. */
export interface ImportSource {
  /** As typed: a URL, an SQL file or folder, a snapshot. */
  readonly from: string;
  readonly cwd: string;
  /** Only these PostgreSQL schemas; all that are not the server's own without it. */
  readonly schemas?: readonly string[];
  /** The major version of the embedded server. */
  readonly major: number;
  readonly signal: AbortSignal;
  parseSnapshot(text: string): StoredSchema | undefined;
}

/** A schema to import. */
export interface ImportedSchema {
  readonly schema: DatabaseSchema;
  readonly label: string;
  readonly major: number;
  /** What a DatabaseSchema cannot say: it stays where it is, and does not come along. */
  readonly leftOut: readonly UnmodelledObject[];
  readonly notes: readonly string[];
  /** The database itself, where it is one. */
  readonly database: TargetDatabase | null;
}

/** Reads what is to be imported. Changes nothing. Throws `HaltError` where it cannot be read, or is BUILD IT's already. */
export async function readImportSource(options: ImportSource): Promise<ImportedSchema> {
  const { from, cwd, signal } = options;
  const source = parseSource(from, cwd);
  if (source.kind === "model") throw new HaltError("invalid_model", importOfModel(from));
  if (source.kind === "snapshot") return readSide(openSnapshot(source, options.parseSnapshot), null, options);
  if (source.kind === "database") {
    const side = await openDatabase(source);
    const database: TargetDatabase = { kind: "postgres", url: source.url, label: source.label };
    return readSide(side, database, options);
  }
  const server = await openScratchServer({ major: options.major });
  const cancel = (): void => void server.close().catch(() => {});
  signal.addEventListener("abort", cancel, { once: true });
  try {
    return await readSide(await openScript(source, { server, cwd, signal }), null, options);
  } finally {
    signal.removeEventListener("abort", cancel);
    await server.close();
  }
}

async function readSide(
  side: OpenSide,
  database: TargetDatabase | null,
  options: ImportSource,
): Promise<ImportedSchema> {
  try {
    if (database !== null && side.brought.includes("build_it"))
      throw new HaltError("history_mismatch", sourceHasHistory(side.label));
    const schemas = options.schemas ?? side.schemas;
    const { schema, unmodelled } = await side.read({ schemas, owners: false });
    const beside =
      side.brought.length === 0 ? emptySchema : (await side.read({ schemas: side.brought, owners: false })).schema;
    const elsewhere = (await side.extensionsInUse()).filter((extension) => !schema.objects.has(idOf(extension)));
    const found = [...elsewhere, ...schema.objects.values()];
    const publications = side.brought.includes("auth") ? found.filter(isServersPublication) : [];
    const theirs = new Set(publications.map(idOf));
    const objects = found.filter(
      (object) =>
        !isServers(object, schemas) && !theirs.has(idOf(object)) && !("on" in object && theirs.has(object.on)),
    );
    return {
      schema: databaseSchema(objects),
      label: side.label,
      major: side.major,
      leftOut: [...unmodelled, ...findLeftBeside(beside, schema), ...publications.flatMap(listMembers)],
      notes: side.notes,
      database,
    };
  } finally {
    await side.close();
  }
}

/** The schema `public` is there on every server, and PL/pgSQL with it. */
const isServers = (object: SchemaObject, schemas: readonly string[]): boolean =>
  (object.kind === "schema" && (object.name === "public" || !schemas.includes(object.name))) ||
  (object.kind === "extension" && object.name === "plpgsql") ||
  ("on" in object && (object.on === "schema:public" || object.on === "extension:plpgsql"));
