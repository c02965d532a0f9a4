import type { Configuration } from "@build-it/artifacts";
import {
  type DatabaseSchema,
  emptySchema,
  idOf,
  planMigration,
  type SchemaObject,
  schemaId,
} from "@build-it/postgres-schema";
import { designSchema } from "../1-design/design-schema.ts";
import { nothingSaid, type SaidInSql } from "../1-design/said-in-sql.ts";
import { planOptionsFor } from "../3-write/plan-options.ts";
import { schemaObjectUnknown } from "../diagnostics/apply.ts";
import type { DatabaseProject } from "../project.ts";
import { createRoleOn, withBlank } from "./open-shadow.ts";
import { readAll, tryOut } from "./read-schema.ts";
import { type Piece, piecesOf, runInAnyOrder } from "./run-in-any-order.ts";

/**
 * The objects that a model says in `sql/schema/`. PostgreSQL reads them: they are made on a blank database, together with
 * the rest of the model, which they may need and which may need them, and read back.
 */
export async function readSaidInSql(
  configuration: Configuration,
  project: DatabaseProject,
  signal: AbortSignal,
): Promise<SaidInSql> {
  const { schemaFiles = [] } = configuration;
  if (schemaFiles.length === 0) return nothingSaid;
  const designed = await designSchema(configuration, null);
  const refusals = designed.diagnostics.filter(({ severity }) => severity === "error");
  if (refusals.length > 0) return { ...nothingSaid, diagnostics: refusals };
  const pieces = schemaFiles.map(piecesOf);
  const misplaced = pieces.flatMap(({ diagnostics }) => diagnostics);
  if (misplaced.length > 0) return { ...nothingSaid, diagnostics: misplaced };
  return withBlank(project, signal, ({ client, postgresMajor }) =>
    tryOut(client, async () => {
      const before = await readAll(client);
      const { steps } = planMigration(emptySchema, designed.schema, planOptionsFor(postgresMajor));
      const ofEntities = steps.map(({ sql }): Piece => ({ text: sql.text, settings: [], place: null }));
      const failures = await runInAnyOrder(client, {
        pieces: [...pieces.flatMap((file) => file.pieces), ...ofEntities],
        createRole: (name) => createRoleOn(project, name),
      });
      if (failures.length > 0) return { ...nothingSaid, diagnostics: failures };
      const after = await readAll(client);
      const known = new Set(before.unmodelled.map(({ what, name }) => `${what} ${name}`));
      return {
        objects: [...after.schema.objects.values()].filter(
          (object) => !designed.schema.objects.has(idOf(object)) && isNew(object, before.schema),
        ),
        catalog: after.schema.objects,
        diagnostics: after.unmodelled
          .filter(({ what, name }) => !known.has(`${what} ${name}`))
          .map(({ what, name }) => schemaObjectUnknown(what, name)),
      };
    }),
  );
}

const publicSchema = schemaId("public");

/** What a server of ours brings along was there before, and no model makes the schema `public`. */
const isNew = (object: SchemaObject, { objects }: DatabaseSchema): boolean =>
  !objects.has(idOf(object)) && !("on" in object && object.on === publicSchema && object.kind === "comment");
