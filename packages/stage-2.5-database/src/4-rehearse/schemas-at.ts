import { type DatabaseSchema, emptySchema } from "@build-it/postgres-schema";
import type { Client } from "pg";
import { schemaOf } from "../1-design/stored-objects.ts";
import { designBefore } from "../3-write/plan-both-ways.ts";
import type { DatabaseFiles, Iteration } from "../3-write/read-database-files.ts";
import { snapshotFormat } from "../3-write/snapshot.ts";
import { schemasOf } from "../6-verify/managed-schemas.ts";
import { knownSteps, runFile } from "../data-steps/typescript/run-file.ts";
import type { DatabaseProject } from "../project.ts";
import { inOneTransaction } from "./in-one-transaction.ts";
import { withShadow } from "./open-shadow.ts";
import { readSchema, tryOut } from "./read-schema.ts";
import type { BuiltDesign } from "./select-affected-part.ts";

/** The end of an iteration, or, as `6/2`, the end of the second of its parts. */
export type Place = number | `${number}/${number}`;

/** The end of a part of an iteration: of the last one, the end of the iteration. */
export const placeOf = (iteration: number, { part, of }: { readonly part: number; readonly of: number }): Place =>
  part === of ? iteration : `${iteration}/${part}`;

/** Gives the schemas that iterations and parts of them end at, as PostgreSQL prints them. */
export type SchemasAt = (places: readonly Place[]) => Promise<ReadonlyMap<Place, DatabaseSchema>>;

/**
 * The last iteration's schema is in the snapshot. An earlier one is found on the shadow, by running the proven rollbacks
 * and reading, all of which is taken back.
 */
export const schemasAtWith =
  (project: DatabaseProject, files: DatabaseFiles, signal: AbortSignal): SchemasAt =>
  async (places) => {
    const known = new Map<Place, DatabaseSchema>([[0, emptySchema]]);
    const { snapshot } = files;
    if (snapshot !== null && snapshot.format === snapshotFormat)
      known.set(snapshot.iteration, schemaOf(snapshot.catalog));
    const unknown = places.filter((place) => !known.has(place));
    if (unknown.length === 0) return known;
    return new Map([...known, ...(await readOnShadow(project, { files, places: unknown, signal }))]);
  };

/** The last iteration's schema, where a server of this major version printed what its snapshot holds. */
export const schemaBefore = ({ snapshot }: DatabaseFiles, postgresMajor: number): BuiltDesign | null =>
  snapshot === null || snapshot.format !== snapshotFormat || snapshot.postgresMajor !== postgresMajor
    ? null
    : { design: schemaOf(snapshot.design.objects), catalog: schemaOf(snapshot.catalog) };

const readOnShadow = (
  project: DatabaseProject,
  { files, places, signal }: { readonly files: DatabaseFiles; readonly places: readonly Place[]; signal: AbortSignal },
): Promise<ReadonlyMap<Place, DatabaseSchema>> =>
  withShadow(project, { files, signal }, ({ client }) =>
    tryOut(client, async () => {
      const schemas = schemasOf(designBefore(files));
      const found = new Map<Place, DatabaseSchema>();
      // A place within an iteration is found on the way up from the one before.
      const lowest = Math.min(...places.map((place) => (typeof place === "number" ? place : iterationIn(place) - 1)));
      for (const iteration of files.iterations.toReversed()) {
        const { record, migration } = iteration;
        found.set(record.iteration, await readSchema(client, schemas));
        if (record.iteration <= lowest) break;
        await runFile(client, { sql: migration.rollbackSql, steps: knownSteps(record) });
        for (const [place, schema] of await readWithin(client, { iteration, places, schemas }))
          found.set(place, schema);
      }
      return found;
    }),
  );

const iterationIn = (place: Place): number => Number.parseInt(String(place), 10);

/** Goes up through an iteration's parts, as far as one is asked for, and back to before it. */
async function readWithin(
  client: Client,
  {
    iteration: { record, migration },
    places,
    schemas,
  }: { readonly iteration: Iteration; readonly places: readonly Place[]; readonly schemas: readonly string[] },
): Promise<readonly (readonly [Place, DatabaseSchema])[]> {
  const of = migration.parts.length;
  const wanted = migration.parts.map((_, index) => placeOf(record.iteration, { part: index + 1, of }));
  const last = wanted.findLastIndex((place) => typeof place === "string" && places.includes(place));
  if (last < 0) return [];
  const found: (readonly [Place, DatabaseSchema])[] = [];
  await client.query("SAVEPOINT before_parts");
  for (const [index, part] of migration.parts.slice(0, last + 1).entries()) {
    await runFile(client, { sql: inOneTransaction(part), steps: knownSteps(record) });
    found.push([wanted[index] ?? 0, await readSchema(client, schemas)]);
  }
  await client.query("ROLLBACK TO SAVEPOINT before_parts");
  return found;
}
