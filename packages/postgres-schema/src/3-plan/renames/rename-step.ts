import { columnId, enumId, idOf, tableId } from "../../schema/identify.ts";
import type { SchemaObject } from "../../schema/objects.ts";
import type { Rename } from "../../schema/rename-objects.ts";
import { ident, qualified } from "../../sql/identifier.ts";
import { sql } from "../../sql/sql.ts";
import { alterStep, type Step } from "../step.ts";

/** The statement of a rename that the author asked for. */
export function renameStep(rename: Rename): Step {
  const { schema, from, to } = rename;
  switch (rename.kind) {
    case "table":
      return alterStep(tableId(schema, to), sql`ALTER TABLE ${qualified(schema, from)} RENAME TO ${ident(to)}`, {
        lock: "access_exclusive",
      });
    case "enum":
      return alterStep(enumId(schema, to), sql`ALTER TYPE ${qualified(schema, from)} RENAME TO ${ident(to)}`, {});
    case "column":
      return alterStep(
        columnId(schema, rename.table, to),
        sql`ALTER TABLE ${qualified(schema, rename.table)} RENAME COLUMN ${ident(from)} TO ${ident(to)}`,
        { lock: "access_exclusive" },
      );
  }
}

type Named = Extract<SchemaObject, { readonly kind: "primary_key" | "unique" | "foreign_key" | "index" }>;

/** A key or an index whose name followed its table's or column's, and which is the same otherwise. */
export interface NameChange {
  readonly before: Named;
  readonly after: Named;
}

export const isNamed = (object: SchemaObject): object is Named =>
  object.kind === "primary_key" || object.kind === "unique" || object.kind === "foreign_key" || object.kind === "index";

export const nameStep = ({ before, after }: NameChange): Step =>
  before.kind === "index"
    ? alterStep(idOf(after), sql`ALTER INDEX ${qualified(before.schema, before.name)} RENAME TO ${ident(after.name)}`, {
        lock: "share_update_exclusive",
      })
    : alterStep(
        idOf(after),
        sql`ALTER TABLE ${qualified(before.schema, before.table)} RENAME CONSTRAINT ${ident(before.name)} TO ${ident(after.name)}`,
        { lock: "access_exclusive" },
      );
