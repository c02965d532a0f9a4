import { execFileSync } from "node:child_process";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { type DatabaseSchema, diffSchemas, isSame } from "@build-it/postgres-schema";
import { availableMajors, type TestMajor } from "@build-it/test-databases";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { arbitraryEvolution } from "./arbitrary-evolution.ts";
import { type Iteration, insertRow, lastPlace, valueFor } from "./code-of-iteration.ts";
import { configureModel } from "./configure-model.ts";
import { firstModel, makeIteration, modelFiles } from "./evolving-model.ts";
import type { FieldState, ModelState } from "./model-state.ts";
import { createStageWorkspace, type StageWorkspace } from "./stage-workspace.ts";

/**
 * The promise: from every iteration back to every earlier one and forward again, the schema is what it was there, and in the
 * end every row is what it was. A nightly run tries every pair.
 */
const nightly = process.env.BUILD_IT_RETURN_RUNS !== undefined;
const runs = Number(process.env.BUILD_IT_RETURN_RUNS ?? 10);
const most = Number(process.env.BUILD_IT_RETURN_ITERATIONS ?? 4);

/** Every state that a field has been in. */
const statesOf = (field: FieldState, iterations: readonly Iteration[]): readonly FieldState[] =>
  iterations.flatMap(({ model }) =>
    model.entities.flatMap((entity) => entity.fields.filter(({ id }) => id === field.id)),
  );

/** A value that every iteration has a place for: what does not fit an earlier one refuses the way back to it. */
function lastingValue(
  field: FieldState,
  iterations: readonly Iteration[],
  { number, rows }: { readonly number: number; readonly rows: readonly string[] },
): unknown {
  const states = statesOf(field, iterations);
  const required = states.some(({ yaml }) => yaml.required === true);
  const [first = field] = states;
  // A flag that became a text reads so, there and back.
  if (first.kind === "flag" && field.kind === "string") return number % 2 === 0 ? "yes" : "no";
  const values = states.map(({ yaml }) => yaml.values as readonly string[] | undefined);
  const known = values[0]?.filter((value) => values.every((others) => others?.includes(value)));
  const lasting: FieldState = {
    ...field,
    yaml: { ...field.yaml, ...(required ? { required } : {}), ...(known === undefined ? {} : { values: known }) },
  };
  return valueFor(lasting, lasting, { number, rows });
}

class Journey {
  readonly #workspace: StageWorkspace;
  readonly #iterations: Iteration[] = [];
  readonly #schemas: DatabaseSchema[] = [];
  readonly #rows = new Map<string, string[]>();
  #dumps: string[] = [];
  #number = 0;
  constructor(workspace: StageWorkspace) {
    this.#workspace = workspace;
  }

  async start(): Promise<void> {
    this.#schemas.push(await this.#workspace.readSchema());
    this.#dumps.push(this.#dump());
  }

  async become(model: ModelState): Promise<void> {
    const { iteration } = await this.#workspace.build(modelFiles(model));
    if (iteration < this.#schemas.length) return;
    const configuration = await configureModel(this.#workspace.folder, modelFiles(model));
    this.#iterations.push({ model, configuration });
    this.#schemas.push(await this.#workspace.readSchema());
    this.#dumps.push(this.#dump());
    await this.#write();
    for (let earlier = iteration - 1; earlier >= 0; earlier--)
      if (this.#goesTo(iteration, earlier)) await this.#goBackAndForth(iteration, earlier);
  }

  /** Every pair of iterations in a nightly run; else one way back from each, all of them visited by and by. */
  #goesTo = (latest: number, earlier: number): boolean => nightly || this.#number % latest === earlier;

  /** The code of all iterations writes some rows. */
  async #write(): Promise<void> {
    const entities = new Set(this.#iterations.flatMap(({ model }) => model.entities.map(({ id }) => id)));
    for (const entity of entities)
      for (let times = 0; times < 2; times++) {
        const place = lastPlace(entity, this.#iterations);
        const values = new Map(
          place.fields.map((field) => {
            const rows = this.#rows.get(String(field.yaml.to)) ?? [];
            return [field.id, lastingValue(field, this.#iterations, { number: this.#number++, rows })] as const;
          }),
        );
        const { id = "" } = await insertRow(this.#workspace.client, place, values);
        this.#rows.set(place.entity.name, [...(this.#rows.get(place.entity.name) ?? []), id ?? ""]);
      }
  }

  async #goBackAndForth(latest: number, earlier: number): Promise<void> {
    const where = `from ${latest} to ${earlier}`;
    const ignored = (await this.#fillsBetween(earlier, latest)) ? ["updated_at"] : [];
    const before = await this.#readRows(ignored);
    await this.#workspace.rollBack(earlier);
    await this.#expectSchema(earlier, where);
    await this.#workspace.apply();
    await this.#expectSchema(latest, `${where} and forward again`);
    expect(await this.#readRows(ignored), where).toEqual(before);
    const { rows: left } = await this.#workspace.client.query(
      "SELECT FROM build_it.archive WHERE action = 'rollback' AND rows_left > 0",
    );
    expect(left, where).toEqual([]);
  }

  async #expectSchema(iteration: number, where: string): Promise<void> {
    const expected = this.#schemas[iteration];
    const found = await this.#workspace.readSchema();
    if (expected === undefined) throw new Error(`there was no iteration ${iteration}`);
    const difference = diffSchemas(expected, found);
    expect(isSame(difference), `${where}\n${JSON.stringify(difference, null, 1)}`).toBe(true);
    expect(this.#dump(), where).toBe(this.#dumps[iteration]);
  }

  /** What pg_dump says, where there is one for this server. Columns and grants come back at the end of their list. */
  #dump(): string {
    const { major, url } = this.#workspace;
    if (major !== 15) return "";
    const text = execFileSync("pg_dump", ["--schema-only", "--schema=public", url], { encoding: "utf8" });
    return text
      .split("\n\n")
      .map((block) => (/^(CREATE TABLE|GRANT) /m.test(block) ? block.split(/,?\n/).sort().join("\n") : block))
      .join("\n\n")
      .replaceAll(/^\\(un)?restrict .*$/gm, "");
  }

  /** Whether a migration changes rows on the way forward: that is a change as any other, so it says when it was. */
  async #fillsBetween(earlier: number, latest: number): Promise<boolean> {
    const folder = join(this.#workspace.folder, "database/migrations");
    const files = (await readdir(folder, { recursive: true })).filter((file) => {
      const number = Number.parseInt(file, 10);
      return file.endsWith(".sql") && number > earlier && number <= latest;
    });
    const texts = await Promise.all(files.map((file) => readFile(join(folder, file), "utf8")));
    return texts.some((text) => /^UPDATE /m.test(text));
  }

  /** Every row of every table, by its columns' names. */
  async #readRows(ignored: readonly string[]): Promise<Readonly<Record<string, readonly unknown[]>>> {
    const { client } = this.#workspace;
    const { rows: tables } = await client.query<{ name: string }>(
      "SELECT format('%I.%I', schemaname, tablename) AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
    );
    const found: Record<string, readonly unknown[]> = {};
    for (const { name } of tables) {
      const { rows } = await client.query<{ row: unknown }>(
        `SELECT to_jsonb(t) - $1::text[] AS row FROM ${name} AS t ORDER BY (to_jsonb(t) - $1::text[])::text`,
        [ignored],
      );
      found[name] = rows.map(({ row }) => row);
    }
    return found;
  }
}

describe.each(availableMajors())("on PostgreSQL %i", (major: TestMajor) => {
  let workspace: StageWorkspace;
  beforeAll(async () => {
    workspace = await createStageWorkspace(major, { changes: major === 15 ? "online" : "simple", rowsInBatch: 2 });
  });
  afterAll(() => workspace[Symbol.asyncDispose]());

  test(
    "from every iteration back to every earlier one and forward again, nothing is lost",
    async () => {
      await fc.assert(
        fc.asyncProperty(arbitraryEvolution(most), async (sequence) => {
          await workspace.reset();
          const journey = new Journey(workspace);
          let model = firstModel;
          await journey.start();
          await journey.become(model);
          for (const made of sequence) {
            model = makeIteration(model, made);
            await journey.become(model);
          }
        }),
        { numRuns: major === 17 ? runs : Math.ceil(runs / 4) },
      );
    },
    runs * most * 60_000,
  );
});
