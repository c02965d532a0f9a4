import { columnId, idOf, tableId } from "../schema/identify.ts";
import type { SchemaObject } from "../schema/objects.ts";
import type { Rename } from "../schema/rename-objects.ts";
import { ident, qualified } from "../sql/identifier.ts";
import { sql } from "../sql/sql.ts";
import { alterStep, type Step } from "./step.ts";

/** The statement of a rename that the author asked for. */
export const renameStep = (rename: Rename): Step =>
  rename.kind === "table"
    ? alterStep(
        tableId(rename.schema, rename.to),
        sql`ALTER TABLE ${qualified(rename.schema, rename.from)} RENAME TO ${ident(rename.to)}`,
        {
          lock: "access_exclusive",
        },
      )
    : alterStep(
        columnId(rename.schema, rename.table, rename.to),
        sql`ALTER TABLE ${qualified(rename.schema, rename.table)} RENAME COLUMN ${ident(rename.from)} TO ${ident(rename.to)}`,
        { lock: "access_exclusive" },
      );

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
