import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  databaseSchema,
  emptySchema,
  joinSql,
  literal,
  type PlanOptions,
  planOnline,
  qualified,
  sql,
} from "@build-it/postgres-schema";
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
  sameValue,
  updateRow,
  valueFor,
  type WrittenRow,
} from "./code-of-iteration.ts";
import { configureModel } from "./configure-model.ts";
import { firstModel, makeIteration, modelFiles } from "./evolving-model.ts";
import { againstRules, changedAccess, type NamedEntity, type TableRows } from "./expect-access.ts";
import { actors, createAccessProbe, type MeasuredAccess, measureAccess } from "./measure-access.ts";
import { keptTypes, planWhole, runPart } from "./migration-parts.ts";
import type { Edit } from "./model-edits.ts";
import type { FieldState, ModelState } from "./model-state.ts";

/**
 * The promise: what the code of an iteration could do, it can still do on the database of every later one, and it means the
 * same. And who may see and change what is what it was, unless the rules say otherwise.
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
  await createAccessProbe(client);
  const users = actors.flatMap(({ user }) => user ?? []);
  await client.query("INSERT INTO auth.users (id) SELECT unnest($1::uuid[])", [users]);
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
    const plan: PlanOptions = { ...options, ...designed, widened: keptTypes(designed) };
    const accessBefore = previous === null ? null : await measureAccess(client);
    const modelBefore = this.#newest;
    // One iteration in one transaction, the next one in parts.
    const inParts = this.iterations.length % 2 === 1;
    const parts = inParts ? planOnline(before, designed.schema, plan) : [planWhole(before, designed.schema, plan)];
    for (const [index, part] of parts.entries()) {
      await runPart(client, part);
      // What the model decides anew about values, code that knows it not has to follow from here on.
      const isSame = model.decided.length === modelBefore.decided.length;
      if (index < parts.length - 1 && isSame) await this.#workOfNewest();
    }
    this.#design = designed.design;
    this.iterations.push({ model, configuration });
    await this.#expectAccess(modelBefore, accessBefore);
    for (const [index, iteration] of this.iterations.entries()) await this.#work(iteration, index);
    for (const row of this.rows) await this.#compare(row);
  }

  /** In the midst of an iteration, the code of the one before goes on. */
  async #workOfNewest(): Promise<void> {
    const newest = this.iterations.at(-1);
    if (newest !== undefined) await this.#work(newest, this.iterations.length - 1);
  }

  /** Nobody may see or change other rows and columns than before, and than the rules say. */
  async #expectAccess(model: ModelState, access: MeasuredAccess | null): Promise<void> {
    const entities = this.#namedEntities();
    const after = { model: this.#newest, access: await measureAccess(client) };
    if (access !== null) expect(changedAccess({ before: { model, access }, after, entities })).toEqual([]);
    expect(againstRules(after.access, entities, await readTableRows(entities))).toEqual([]);
  }

  #namedEntities(): readonly NamedEntity[] {
    const known = this.iterations.flatMap(placesOf);
    const tablesOf = (id: number) => [
      ...new Set(known.flatMap(({ entity, table }) => (entity.id === id ? [table] : []))),
    ];
    return this.iterations
      .slice(-1)
      .flatMap(placesOf)
      .map(({ entity, table }) => ({
        entity,
        table,
        formerTables: tablesOf(entity.id).filter((former) => former !== table),
      }));
  }

  get #newest(): ModelState {
    const { model } = this.iterations.at(-1) ?? { model: firstModel };
    return model;
  }

  /** Rows have different owners, and some have none. */
  async #signIn(): Promise<void> {
    const { user = null } = actors[this.#number % actors.length] ?? {};
    await application.query("SELECT set_config('request.jwt.claims', $1, false)", [JSON.stringify({ sub: user })]);
  }

  /** Whether earlier code has to follow what the model decided about a field since. */
  #followed = (field: FieldState, since: number): boolean =>
    this.#newest.decided.slice(since).some((decided) => decided.field === field.id && decided.followed === true);

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
      await this.#signIn();
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

/** Every row there is, in the order of their keys. */
async function readTableRows(entities: readonly NamedEntity[]): Promise<TableRows> {
  const selects = entities.map(
    ({ table }, index) =>
      sql`${index === 0 ? sql`` : sql`UNION ALL `}SELECT ${literal(table)} AS table, to_jsonb(r) AS row FROM ${qualified("public", table)} r`,
  );
  const { rows } = await client.query<{ table: string; row: Readonly<Record<string, unknown>> }>(
    sql`SELECT * FROM (${joinSql(selects, " ")}) AS found ORDER BY row ->> 'id' COLLATE "C"`.text,
  );
  return new Map(
    entities.map(({ table }) => [table, rows.flatMap((found) => (found.table === table ? [found.row] : []))]),
  );
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
    "ROLLBACK; DROP SCHEMA public CASCADE; CREATE SCHEMA public; GRANT USAGE ON SCHEMA public TO anon, authenticated, service_role",
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
  // A secret field leaves the model.
  [
    [
      [
        { what: "addOptionalField", which: [0, 1, 0] },
        { what: "makeSecret", which: [0, 0, 0] },
      ],
      [{ what: "removeField", which: [0, 0, 0] }],
    ],
  ],
  // And its entity is renamed.
  [
    [
      [
        { what: "makeSecret", which: [0, 0, 0] },
        { what: "addEntity", which: [0, 0, 0] },
      ],
      [{ what: "addRequiredFieldWithDefault", which: [0, 0, 0] }],
      [
        { what: "removeField", which: [0, 0, 0] },
        { what: "addEntity", which: [0, 0, 0] },
      ],
      [{ what: "renameEntity", which: [0, 0, 0] }],
      [{ what: "addEntity", which: [0, 0, 0] }],
    ],
  ],
  // Or it is renamed while somebody else gets rights on it.
  [
    [
      [{ what: "addIndexedField", which: [0, 0, 0] }],
      [
        { what: "makeSecret", which: [0, 1, 0] },
        { what: "removeField", which: [0, 0, 0] },
      ],
      [
        { what: "renameEntity", which: [0, 0, 0] },
        { what: "changeAccess", which: [0, 8, 0] },
      ],
      [{ what: "addEntity", which: [0, 0, 0] }],
    ],
  ],
  // Rows are filled while the triggers that keep a former name are made anew, and its values are seen only later.
  [
    [
      [{ what: "addEntity", which: [0, 0, 0] }],
      [{ what: "renameField", which: [0, 0, 0] }],
      [],
      [
        { what: "makeRequired", which: [0, 0, 0] },
        { what: "renameEntity", which: [0, 0, 0] },
      ],
      [{ what: "renameEntityBack", which: [0, 0, 0] }],
    ],
  ],
  // What the model says of a type's rows came with the field.
  [
    [
      [
        { what: "addOptionalField", which: [0, 0, 10] },
        { what: "retype", which: [0, 0, 0] },
      ],
      [{ what: "widenType", which: [0, 3, 0] }],
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
