import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { databaseSchema, emptySchema, joinSql, planMigration, sql } from "@build-it/postgres-schema";
import { bootstrapSupabase, type Design, designSchema } from "@build-it/stage-2.5-database";
import { createTestDatabase, type TestDatabase } from "@build-it/test-databases";
import fc from "fast-check";
import type { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { arbitraryEvolution } from "./arbitrary-evolution.ts";
import {
  deleteRow,
  type Iteration,
  insertRow,
  lastPlace,
  placesOf,
  readRow,
  run,
  sameValue,
  updateRow,
  valueFor,
  type WrittenRow,
} from "./code-of-iteration.ts";
import { configureModel } from "./configure-model.ts";
import { firstModel, makeIteration, modelFiles } from "./evolving-model.ts";
import type { Edit } from "./model-edits.ts";
import type { FieldState, ModelState } from "./model-state.ts";

/**
 * The promise: what the code of an iteration could do, it can still do on the database of every later one, and it means the
 * same.
 */
const runs = Number(process.env.BUILD_IT_COMPATIBILITY_RUNS ?? 50);
const most = Number(process.env.BUILD_IT_COMPATIBILITY_ITERATIONS ?? 5);

let database: TestDatabase;
/** Runs migrations. */
let client: Client;
/** A connection of the application's, which lives as long as its iterations and remembers what it met. */
let application: Client;
let folder: string;
beforeAll(async () => {
  database = await createTestDatabase({ major: 17 });
  client = await database.client();
  application = await database.client();
  await bootstrapSupabase(client);
  folder = await mkdtemp(join(tmpdir(), "build-it-evolutions-"));
});
afterAll(async () => {
  await database.drop();
  await rm(folder, { recursive: true, force: true });
});

class History {
  readonly iterations: Iteration[] = [];
  readonly rows: WrittenRow[] = [];
  #design: Design | null = null;
  #number = 0;

  /** Goes to a model, and lets the code of all iterations work on it. */
  async become(model: ModelState): Promise<void> {
    const configuration = await configureModel(folder, modelFiles(model));
    const previous: Design | null = this.#design;
    const designed = await designSchema(configuration, previous);
    const errors = designed.diagnostics.filter(({ severity }) => severity === "error");
    expect(errors).toEqual([]);
    const before = previous === null ? emptySchema : databaseSchema(previous.objects);
    const options = { postgresMajor: 17, resetPrivilegesOf: ["anon", "authenticated", "service_role"] };
    const { steps } = planMigration(before, designed.schema, { ...options, ...designed });
    const statements = joinSql(
      steps.map((step) => step.sql),
      ";\n",
    );
    await run(client, sql`BEGIN; SET LOCAL check_function_bodies = off;\n${statements};\nCOMMIT`);
    this.#design = designed.design;
    this.iterations.push({ model, configuration });
    for (const [index, iteration] of this.iterations.entries()) await this.#work(iteration, index);
    for (const row of this.rows) await this.#compare(row);
  }

  get #newest(): ModelState {
    const { model } = this.iterations.at(-1) ?? { model: firstModel };
    return model;
  }

  /** Whether earlier code has to follow what the model decided about a field since. */
  #followed = (field: FieldState, since: number): boolean =>
    this.#newest.decided.slice(since).some((decided) => decided.field === field.id && decided.retyped === true);

  #values(fields: readonly FieldState[], places: readonly FieldState[], all: boolean): ReadonlyMap<number, unknown> {
    return new Map(
      fields.flatMap((field) => {
        const last = places.find(({ id }) => id === field.id) ?? field;
        const needed =
          field.yaml.required === true && field.yaml.default === undefined && field.yaml.backfill === undefined;
        if (!all && !needed) return [];
        const target = this.#newest.entities.find(({ name }) => name === last.yaml.to)?.id;
        const rows = this.rows.filter(({ entity }) => entity === target).map(({ id }) => id);
        return [[field.id, valueFor(field, last, { number: this.#number++, rows })] as const];
      }),
    );
  }

  async #work(iteration: Iteration, index: number): Promise<void> {
    const since = iteration.model.decided.length;
    for (const known of placesOf(iteration)) {
      const now = lastPlace(known.entity.id, this.iterations);
      const own = { ...known, fields: known.fields.filter((field) => !this.#followed(field, since)) };
      const where = `iteration ${index + 1} on ${this.iterations.length}, ${own.table}`;
      const agree = (one: Awaited<ReturnType<typeof readRow>>, other: typeof one, what: string) => {
        for (const field of own.fields)
          expect(
            sameValue(field.kind, one?.[field.id], other?.[field.id]),
            `${where}: ${what} ${field.name}: ${one?.[field.id]} and ${other?.[field.id]}`,
          ).toBe(true);
      };
      const nowOwn = { ...now, fields: now.fields.filter(({ id }) => own.fields.some((field) => field.id === id)) };
      await insertRow(application, own, this.#values(own.fields, now.fields, false));
      const given = this.#values(own.fields, now.fields, true);
      const inserted = await insertRow(application, own, given);
      const id = inserted.id ?? "";
      agree(inserted, textOf(own.fields, given, inserted), "inserted by old code");
      agree(inserted, await readRow(application, nowOwn, id), "inserted by old code, read by new");
      for (const field of own.fields) {
        const change = this.#values([field], now.fields, true);
        agree(
          await updateRow(application, own, id, change),
          await readRow(application, nowOwn, id),
          "changed by old code, read by new",
        );
      }
      const changed = await updateRow(application, nowOwn, id, this.#values(own.fields, now.fields, true));
      agree(changed, await readRow(application, own, id), "changed by new code, read by old");
      expect(await deleteRow(application, own, id), where).toHaveLength(1);
      expect(await readRow(application, nowOwn, id)).toBeUndefined();
      const kept = await insertRow(application, own, this.#values(own.fields, now.fields, true));
      const values = new Map(own.fields.map((field) => [field.id, kept[field.id] ?? null]));
      this.rows.push({ entity: known.entity.id, id: kept.id ?? "", values, decided: this.#newest.decided.length });
    }
  }

  /** What was once written is still there, for all code that knows of it. */
  async #compare(row: WrittenRow): Promise<void> {
    for (const iteration of this.iterations) {
      const place = placesOf(iteration).find(({ entity }) => entity.id === row.entity);
      if (place === undefined) continue;
      const fields = place.fields.filter(
        (field) =>
          row.values.has(field.id) && !this.#followed(field, Math.min(row.decided, iteration.model.decided.length)),
      );
      const found = await readRow(application, { ...place, fields }, row.id);
      for (const field of fields) {
        const written = row.values.get(field.id) ?? null;
        const moved = this.#newest.decided
          .slice(row.decided)
          .reduce(
            (value, { field: of, mapped }) => (of === field.id && mapped?.from === value ? mapped.to : value),
            written,
          );
        expect(
          sameValue(field.kind, found?.[field.id], moved),
          `${place.table}.${field.name} was ${moved}, is ${found?.[field.id]}`,
        ).toBe(true);
      }
    }
  }
}

/** What was given as PostgreSQL prints it, where that is told easily. */
const textOf = (
  fields: readonly FieldState[],
  given: ReadonlyMap<number, unknown>,
  printed: Readonly<Record<string, string | null>>,
): Record<string, string | null> =>
  Object.fromEntries(
    fields.map(({ id, kind }) => {
      const value = given.get(id);
      if (kind === "day" || kind === "tags") return [id, printed[id] ?? null];
      return [id, value === null || value === undefined ? null : String(value)];
    }),
  );

async function evolve(sequence: readonly (readonly Edit[])[]): Promise<void> {
  await client.query(
    "ROLLBACK; DROP SCHEMA public CASCADE; CREATE SCHEMA public; GRANT USAGE ON SCHEMA public TO service_role",
  );
  await application.query("SET ROLE service_role");
  const history = new History();
  let model = firstModel;
  await history.become(model);
  for (const made of sequence) {
    model = makeIteration(model, made);
    await history.become(model);
  }
}

/** What failed once. */
const examples: [readonly (readonly Edit[])[]][] = [
  [
    [
      [{ what: "renameField", which: [0, 0, 0] }],
      [
        { what: "makeRequired", which: [0, 0, 0] },
        { what: "renameField", which: [0, 0, 0] },
      ],
    ],
  ],
];

test(
  "code of every earlier iteration goes on working on the newest database, and means the same",
  async () => {
    await fc.assert(fc.asyncProperty(arbitraryEvolution(most), evolve), { numRuns: runs, examples });
  },
  runs * most * 60_000,
);
