import { readFileSync } from "node:fs";
import {
  databaseSchema,
  type Extension,
  type IntrospectedSchema,
  introspectSchema,
  type Publication,
  type SchemaObject,
  type UnmodelledObject,
} from "@build-it/postgres-schema";
import type { Client } from "pg";
import { snapshotUnreadable, sourceUnreadable } from "../diagnostics.ts";
import { bringSupabase } from "../pipeline.ts";
import { HaltError } from "../run/halt-error.ts";
import { connectTo } from "./connect-to.ts";
import { loadScript, StartAgain } from "./load-script.ts";
import { readScriptFiles } from "./read-script-files.ts";
import type { ScratchServer } from "./scratch-server.ts";
import type { Source } from "./source.ts";

/** A source that can be read: a live database, a scratch one that files were run on, or objects that are there already. */
export interface OpenSide {
  readonly kind: Source["kind"];
  readonly label: string;
  readonly major: number;
  /** Who we are there, which is who objects that name nobody belong to; undefined where there is no server. */
  readonly runBy: string | undefined;
  readonly notes: readonly string[];
  /** The PostgreSQL schemas that are its own. */
  readonly schemas: readonly string[];
  /** Those that its server brought along, which nobody compares. */
  readonly brought: readonly string[];
  read(options: { readonly schemas: readonly string[]; readonly owners: boolean }): Promise<IntrospectedSchema>;
  /** Extensions, wherever they are, whose types and functions somebody's objects use. */
  extensionsInUse(): Promise<readonly Extension[]>;
  close(): Promise<void>;
}

/** A schema that was read before: a snapshot's, or what a model asks for. */
export interface StoredSchema {
  readonly postgresMajor: number;
  readonly catalog: readonly SchemaObject[];
}

/** Opens a live database. Throws `HaltError`. */
export async function openDatabase({
  url,
  label,
}: {
  readonly url: string;
  readonly label: string;
}): Promise<OpenSide> {
  return readable("database", { client: await connectTo(url, label), label, notes: [], leftOut: [] });
}

/** Runs SQL files on a scratch database, and opens it. Throws `HaltError`. */
export async function openScript(
  { path, label }: { readonly path: string; readonly label: string },
  { server, cwd, signal }: { readonly server: ScratchServer; readonly cwd: string; readonly signal: AbortSignal },
): Promise<OpenSide> {
  const files = readScriptFiles(path, cwd);
  const retried = new Set<string>();
  let supabase = false;
  for (;;) {
    const url = await server.createDatabase();
    const loading = await connectTo(url, "the scratch database");
    try {
      if (supabase) {
        await bringSupabase(loading);
        await loading.query(`CREATE PUBLICATION ${realtime}`);
      }
      const { notes, subscriptions } = await loadScript(files, { client: loading, server, signal, cwd });
      return await readable("sql", {
        // A connection of its own: the files may have changed the settings of theirs.
        client: await connectTo(url, label),
        label,
        notes: [...retried, ...notes],
        brought: supabase ? ["auth", "extensions"] : [],
        leftOut: subscriptions.map((name) => ({ what: "subscription", name })),
      });
    } catch (error) {
      if (!(error instanceof StartAgain)) throw error;
      retried.add(error.note);
      supabase ||= error.supabase;
    } finally {
      await loading.end();
    }
  }
}

/** A snapshot of an application. Throws `HaltError` where the file is none. */
export function openSnapshot(
  { path, label }: { readonly path: string; readonly label: string },
  parse: (text: string) => StoredSchema | undefined,
): OpenSide {
  const stored = parse(readFileSync(path, "utf8"));
  if (stored === undefined) throw new HaltError("invalid_model", snapshotUnreadable(label));
  return openStored("snapshot", label, stored);
}

/** A schema that is known already. */
export function openStored(kind: Source["kind"], label: string, { postgresMajor, catalog }: StoredSchema): OpenSide {
  const schema = databaseSchema(catalog);
  return {
    kind,
    label,
    major: postgresMajor,
    runBy: undefined,
    notes: [],
    brought: [],
    schemas: [...new Set(["public", ...catalog.flatMap(schemaOf)])].sort(),
    read: async () => ({ schema, unmodelled: [] }),
    extensionsInUse: async () => [],
    close: async () => {},
  };
}

const schemaOf = (object: SchemaObject): readonly string[] => {
  if (object.kind === "schema") return [object.name];
  return "schema" in object && object.kind !== "extension" && object.schema !== null ? [object.schema] : [];
};

async function readable(
  kind: Source["kind"],
  {
    client,
    label,
    notes,
    leftOut,
    brought: prepared,
  }: {
    readonly client: Client;
    readonly label: string;
    readonly notes: readonly string[];
    readonly leftOut: readonly UnmodelledObject[];
    /** What was made here before; undefined for a server that may have brought something along. */
    readonly brought?: readonly string[];
  },
): Promise<OpenSide> {
  const { major, runBy, schemas, brought } = await factsOf(client, prepared);
  const passedOver = `${label}: ${brought.join(", ")} are left out; they come with the server.`;
  return {
    kind,
    label,
    major,
    runBy,
    schemas,
    brought,
    notes: brought.length === 0 ? notes : [...notes, passedOver],
    async read(options) {
      try {
        const read = await introspectSchema(client, options);
        return { ...read, unmodelled: [...read.unmodelled, ...leftOut] };
      } catch (error) {
        throw new HaltError("target_unavailable", sourceUnreadable(label, error));
      }
    },
    extensionsInUse: async () => (await client.query<Extension>(usedExtensions)).rows,
    close: () => client.end(),
  };
}

const usedExtensions = `
  SELECT DISTINCT 'extension' AS kind, e.extname::text AS name, n.nspname::text AS schema
  FROM pg_catalog.pg_depend used
  JOIN pg_catalog.pg_depend member ON (member.classid, member.objid) = (used.refclassid, used.refobjid)
    AND member.deptype = 'e' AND member.refclassid = 'pg_catalog.pg_extension'::regclass
  JOIN pg_catalog.pg_extension e ON e.oid = member.refobjid JOIN pg_catalog.pg_namespace n ON n.oid = e.extnamespace
  WHERE NOT EXISTS (SELECT FROM pg_catalog.pg_depend own
    WHERE (own.classid, own.objid) = (used.classid, used.objid) AND own.deptype IN ('e', 'i'))
  ORDER BY name`;

/** What there is: without PostgreSQL's schemas, and apart those of Supabase and of BUILD IT's records. */
async function factsOf(client: Client, prepared: readonly string[] | undefined) {
  const { rows } = await client.query<Facts>(
    `SELECT current_setting('server_version_num')::integer / 10000 AS major, current_user AS "runBy",
            coalesce(array_agg(name) FILTER (WHERE NOT brought), '{}') AS schemas,
            coalesce(array_agg(name) FILTER (WHERE brought), '{}') AS brought
     FROM (SELECT nspname::text AS name, nspname = 'build_it' OR
                  ($2 OR to_regrole('supabase_admin') IS NOT NULL) AND nspname = ANY ($1) AS brought
           FROM pg_catalog.pg_namespace WHERE nspname !~ '^pg_' AND nspname <> 'information_schema'
           ORDER BY nspname) own`,
    [prepared ?? supabaseSchemas, prepared !== undefined],
  );
  return rows[0] ?? { major: 0, runBy: "", schemas: [], brought: [] };
}

interface Facts {
  readonly major: number;
  readonly runBy: string;
  readonly schemas: readonly string[];
  readonly brought: readonly string[];
}

/** What Supabase Realtime listens to: there on each of its servers, and filled by the projects. */
export const isServersPublication = (object: SchemaObject): object is Publication =>
  object.kind === "publication" && object.name === realtime;

const realtime = "supabase_realtime";

// What a project has before anything is made in it.
const supabaseSchemas = [
  ..."_analytics _realtime auth cron extensions graphql graphql_public net pgbouncer pgmq pgsodium".split(" "),
  ..."pgsodium_masks realtime storage supabase_functions supabase_migrations vault".split(" "),
];
