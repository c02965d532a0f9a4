import type { DatabaseSchema } from "../../schema/database-schema.ts";
import { columnId, idOf } from "../../schema/identify.ts";
import type { ObjectId } from "../../schema/object-id.ts";
import type { Column, Routine, Trigger } from "../../schema/objects.ts";
import { ident, qualified, quoted, shortenName } from "../../sql/identifier.ts";
import { quotedBody } from "../../sql/literal.ts";
import { sql } from "../../sql/sql.ts";
import { conversionOf } from "../changes/column/change-column-type.ts";
import { alterStep, type Step } from "../step.ts";
import type { OnlinePart } from "./online-part.ts";

/** A column whose values are written into another one beside it, while others go on writing. */
export interface FilledBeside {
  readonly before: Column;
  /** The column beside it, without a value where none was written yet. */
  readonly beside: Column;
  /** What keeps the column beside it equal while others write. */
  readonly keepers: readonly (Routine | Trigger)[];
}

/** A name for a column that no other of its table has. */
export const freeColumn = (column: Column, name: string, schema: DatabaseSchema): string =>
  schema.objects.has(columnId(column.schema, column.table, name)) ? freeColumn(column, `${name}_`, schema) : name;

// After all other triggers, whatever they make of the row.
const last = "zzz_fill";

/** A trigger that writes a column's value into the one beside it. `dependsOn`: columns that it has to go before. */
export function keepersOf(
  was: Column,
  beside: Column,
  dependsOn: readonly ObjectId[] = [],
): readonly (Routine | Trigger)[] {
  const { schema, table } = was;
  const name = shortenName(`${table}_fill_${beside.name}`);
  const value = conversionOf(sql`NEW.${quoted(was.name)}`, was.type, beside.type);
  const body = sql`
BEGIN
  NEW.${quoted(beside.name)} := ${value};
  RETURN NEW;
END
`;
  const routine: Routine = {
    kind: "function",
    schema,
    name,
    arguments: [],
    procedure: false,
    signature: "() RETURNS trigger",
    definition: sql`CREATE OR REPLACE FUNCTION ${qualified(schema, name)}() RETURNS trigger
  LANGUAGE plpgsql SET search_path = '' AS ${quotedBody(body)}`.text,
    dependsOn: [],
  };
  const trigger: Trigger = {
    kind: "trigger",
    schema,
    table,
    name: `${last}_${beside.name}`,
    definition:
      sql`CREATE TRIGGER ${quoted(`${last}_${beside.name}`)} BEFORE INSERT OR UPDATE ON ${qualified(schema, table)} FOR EACH ROW EXECUTE FUNCTION ${qualified(schema, name)}()`
        .text,
    enabled: "origin",
    dependsOn: [idOf(routine), ...dependsOn],
  };
  return [routine, trigger];
}

/** Writes the values that are not there yet. Those that others write come by themselves. */
function fillBeside({ before, beside }: FilledBeside): Step {
  const [from, to] = [ident(before.name), ident(beside.name)];
  return alterStep(
    idOf(beside),
    sql`UPDATE ${qualified(before.schema, before.table)} SET ${to} = ${conversionOf(from, before.type, beside.type)} WHERE ${to} IS NULL AND ${from} IS NOT NULL`,
    { lock: "row_exclusive", hazards: ["scans_table"] },
  );
}

/** Triggers say that a row was changed; it was not. */
export function fillBesidePart(filled: FilledBeside, end: DatabaseSchema): OnlinePart {
  const { schema, table: name } = filled.before;
  const run = { mode: "batches", table: { schema, name }, column: filled.beside.name, quiet: true } as const;
  return { purpose: "fill", run, steps: [fillBeside(filled)], end };
}
