import {
  type Column,
  columnId,
  type Default,
  idOf,
  joinSql,
  qualified,
  quoted,
  quotedBody,
  type Routine,
  type Sql,
  sql,
  type Trigger,
  trusted,
  typeName,
} from "@build-it/postgres-schema";
import { objectName } from "./designed.ts";

/** A column and those that repeat it under its former names, oldest first, with the default that they have. */
export interface RepeatedColumn {
  readonly column: Column;
  readonly oldNames: readonly string[];
  readonly initial: Default | null;
}

// PostgreSQL fires triggers in the order of their names. What earlier code writes has to arrive before any other trigger
// looks at the row, and what the others make of it has to be seen under the former name too.
const first = "_take_old_names";
const last = "zz_keep_old_names";
export const oldNameTriggers: readonly string[] = [first, last];

/** The two triggers of a table, and their functions, that keep columns equal to their former names. */
export function designOldNameTriggers(
  table: { readonly schema: string; readonly table: string },
  repeated: readonly RepeatedColumn[],
): readonly (Trigger | Routine)[] {
  if (repeated.length === 0) return [];
  const columns = repeated.flatMap(({ column, oldNames }) => [column.name, ...oldNames]);
  const dependsOn = columns.map((name) => columnId(table.schema, table.table, name)).sort();
  const part = (name: string, purpose: string, body: Sql): readonly (Trigger | Routine)[] => {
    const routine = triggerFunction(table.schema, objectName(table.table, purpose), body, dependsOn);
    return [routine, trigger(table, name, routine)];
  };
  return [
    ...part(first, "take_old_names", takeOldNames(repeated)),
    ...part(last, "keep_old_names", keepOldNames(repeated)),
  ];
}

const newValue = (name: string): Sql => sql`NEW.${quoted(name)}`;
const oldValue = (name: string): Sql => sql`OLD.${quoted(name)}`;

// Every byte counts, also where the type calls values equal that read differently, or has no equality at all.
const equal = (one: Sql, other: Sql): Sql => sql`record_image_eq(ROW(${one}), ROW(${other}))`;

/** A new row has a former name's value if it is not the default; in a changed row it counts if only it was changed. */
function takeOldNames(repeated: readonly RepeatedColumn[]): Sql {
  const inserted = repeated.map(({ column, oldNames, initial }) => {
    const untouched = sql`CAST(${initial === null ? sql`NULL` : trusted(initial.expression)} AS ${typeName(column.type)})`;
    return firstOf(column, oldNames, (name) => sql`NOT ${equal(newValue(name), untouched)}`);
  });
  const updated = repeated.map(
    ({ column, oldNames }) => sql`    IF ${equal(newValue(column.name), oldValue(column.name))} THEN
${firstOf(column, oldNames, (name) => sql`NOT ${equal(newValue(name), oldValue(name))}`)}
    END IF;`,
  );
  return sql`  IF TG_OP = 'INSERT' THEN
${joinSql(inserted, "\n")}
  ELSE
${joinSql(updated, "\n")}
  END IF;`;
}

const firstOf = (column: Column, oldNames: readonly string[], was: (name: string) => Sql): Sql =>
  sql`${joinSql(
    oldNames.map(
      (name, index) =>
        sql`    ${index === 0 ? sql`IF` : sql`ELSIF`} ${was(name)} THEN ${newValue(column.name)} := ${newValue(name)};`,
    ),
    "\n",
  )}
    END IF;`;

// A session that has run a function goes on with the types it met then, and fails on others, until the function is another:
// so both name the type of each column.
const keepOldNames = (repeated: readonly RepeatedColumn[]): Sql =>
  joinSql(
    repeated.flatMap(({ column, oldNames }) =>
      oldNames.map((name) => sql`  ${newValue(name)} := CAST(${newValue(column.name)} AS ${typeName(column.type)});`),
    ),
    "\n",
  );

function triggerFunction(schema: string, name: string, statements: Sql, dependsOn: Routine["dependsOn"]): Routine {
  const body = sql`
BEGIN
${statements}
  RETURN NEW;
END
`;
  return {
    kind: "function",
    schema,
    name,
    arguments: [],
    procedure: false,
    signature: "() RETURNS trigger",
    definition: sql`CREATE OR REPLACE FUNCTION ${qualified(schema, name)}() RETURNS trigger
  LANGUAGE plpgsql SET search_path = '' AS ${quotedBody(body)}`.text,
    dependsOn,
  };
}

const trigger = (
  { schema, table }: { readonly schema: string; readonly table: string },
  name: string,
  routine: Routine,
): Trigger => ({
  kind: "trigger",
  schema,
  table,
  name,
  definition:
    sql`CREATE TRIGGER ${quoted(name)} BEFORE INSERT OR UPDATE ON ${qualified(schema, table)} FOR EACH ROW EXECUTE FUNCTION ${qualified(routine.schema, routine.name)}()`
      .text,
  enabled: "origin",
  dependsOn: [idOf(routine)],
});
