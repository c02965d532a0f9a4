import type { Configuration } from "@build-it/artifacts";
import { ident, joinSql, qualified, type Sql, sql, trusted } from "@build-it/postgres-schema";
import type { Client } from "pg";
import { columnOf, type EntityState, type FieldState, type ModelState } from "./model-state.ts";

/** What an iteration's generated code knows: its tables and columns, and nothing of later ones. */
export interface Iteration {
  readonly model: ModelState;
  readonly configuration: Configuration;
}

/** A row that somebody wrote, by fields. */
export interface WrittenRow {
  readonly entity: number;
  readonly id: string;
  readonly values: ReadonlyMap<number, string | null>;
  /** How many decisions there were by then. */
  readonly decided: number;
}

/** Where an entity and its fields are for an iteration's code. */
interface Place {
  readonly table: string;
  readonly entity: EntityState;
  readonly fields: readonly FieldState[];
}

/** The entities that an iteration knows. */
export const placesOf = ({ model, configuration }: Iteration): readonly Place[] =>
  model.entities.map((entity) => ({ entity, table: tableIn(configuration, entity.name), fields: entity.fields }));

const tableIn = (configuration: Configuration, entity: string): string =>
  configuration.entities.find(({ name }) => name === entity)?.table ?? "";

/** Where an entity is now, also where it or a field of it left the model: the last place it had. */
export function lastPlace(entity: number, iterations: readonly Iteration[]): Place {
  for (const iteration of iterations.toReversed()) {
    const found = placesOf(iteration).find((place) => place.entity.id === entity);
    if (found !== undefined) return { ...found, fields: [...found.entity.fields, ...found.entity.removed] };
  }
  throw new Error(`there was never an entity ${entity}`);
}

/** Runs statements as the server of an application does, and says which one failed. */
export async function run(client: Client, { text }: Sql, values: readonly unknown[] = []) {
  try {
    const { rows } = await client.query<Record<string, string | null>>(text, [...values]);
    return rows;
  } catch (error) {
    throw new Error(`${error instanceof Error ? error.message : error}\n${text}\n${JSON.stringify(values)}`);
  }
}

const columnFor = ({ name }: FieldState): Sql => ident(columnOf(name));
const listed = (fields: readonly FieldState[]): Sql =>
  joinSql(
    [sql`id::text AS id`, ...fields.map((field) => sql`${columnFor(field)}::text AS ${ident(String(field.id))}`)],
    ", ",
  );
const parameter = (number: number): Sql => trusted(`$${number}`);

export const readRow = async (client: Client, { table, fields }: Place, id: string) =>
  (await run(client, sql`SELECT ${listed(fields)} FROM ${qualified("public", table)} WHERE id = $1`, [id]))[0];

export const insertRow = async (client: Client, { table, fields }: Place, values: ReadonlyMap<number, unknown>) => {
  const given = fields.filter(({ id }) => values.has(id));
  const columns = joinSql(given.map(columnFor), ", ");
  const places = joinSql(
    given.map((_, index) => parameter(index + 1)),
    ", ",
  );
  const row = given.length === 0 ? sql`DEFAULT VALUES` : sql`(${columns}) VALUES (${places})`;
  const statement = sql`INSERT INTO ${qualified("public", table)} ${row} RETURNING ${listed(fields)}`;
  const inserted = await run(
    client,
    statement,
    given.map(({ id }) => values.get(id)),
  );
  return inserted[0] ?? {};
};

export const updateRow = async (
  client: Client,
  { table, entity, fields }: Place,
  id: string,
  values: ReadonlyMap<number, unknown>,
) => {
  const given = fields.filter((field) => values.has(field.id));
  if (given.length === 0) return (await readRow(client, { table, entity, fields }, id)) ?? {};
  const changes = joinSql(
    given.map((field, index) => sql`${columnFor(field)} = ${parameter(index + 2)}`),
    ", ",
  );
  const statement = sql`UPDATE ${qualified("public", table)} SET ${changes} WHERE id = $1 RETURNING ${listed(fields)}`;
  return (await run(client, statement, [id, ...given.map((field) => values.get(field.id))]))[0] ?? {};
};

export const deleteRow = (client: Client, { table }: Place, id: string) =>
  run(client, sql`DELETE FROM ${qualified("public", table)} WHERE id = $1 RETURNING id::text`, [id]);

/** Values that a field takes for old code and new, each of them another one than before. */
export function valueFor(
  field: FieldState,
  last: FieldState,
  { number, rows }: { readonly number: number; readonly rows: readonly string[] },
): unknown {
  if (number % 5 === 4 && field.yaml.required !== true && last.yaml.required !== true) return null;
  switch (field.kind) {
    case "string":
      return `it's ${number}`;
    case "integer":
      return number;
    case "flag":
      return number % 2 === 0;
    case "tags":
      return [`a,b ${number}`];
    case "day":
      return new Date(Date.UTC(2024, 0, 1 + (number % 300))).toISOString();
    case "reference":
      return rows[number % Math.max(rows.length, 1)] ?? null;
    case "state": {
      const both = valuesOf(field).filter((value) => valuesOf(last).includes(value));
      return both[number % both.length];
    }
  }
}

const valuesOf = ({ yaml }: FieldState): readonly string[] => yaml.values as readonly string[];

/** The same value, however its type prints it by now. */
export const sameValue = (kind: FieldState["kind"], one: string | null | undefined, other: string | null | undefined) =>
  one === other || (kind === "integer" && one != null && other != null && Number(one) === Number(other));
