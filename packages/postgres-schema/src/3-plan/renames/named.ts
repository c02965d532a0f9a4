import { canonicalText } from "../../schema/fingerprint.ts";
import { idOf, tableId } from "../../schema/identify.ts";
import { identityOptionsOf, withIdentityOptions } from "../../schema/identity-options.ts";
import { attachedId, type ObjectId } from "../../schema/object-id.ts";
import type { ObjectOf, SchemaObject } from "../../schema/objects.ts";
import { ident, qualified } from "../../sql/identifier.ts";
import { sql } from "../../sql/sql.ts";
import { alterStep, type Step } from "../step.ts";

type Nameable = ObjectOf<
  "primary_key" | "unique" | "exclusion" | "check" | "foreign_key" | "index" | "sequence" | "column"
>;

/** Something whose name PostgreSQL can change: a key, an index, a sequence, or the sequence behind a column's identity. */
export interface Named {
  readonly object: Nameable;
  readonly name: string;
  /** What it is but for its name: one that is alike on the other side is the same one. */
  readonly alike: string;
  /** The table or the column that it belongs to, if it belongs to one. */
  readonly of: ObjectId | null;
  /** Where nothing else has its name. */
  readonly places: readonly string[];
}

/** An object by the name that PostgreSQL can change, if it has one. */
export function namedIn(object: SchemaObject): Named | undefined {
  switch (object.kind) {
    case "primary_key":
    case "unique":
    case "exclusion":
      return { ...partOfTable(object), places: [schemaOf(object), tableOf(object)] };
    case "check":
    case "foreign_key":
      return { ...partOfTable(object), places: [tableOf(object)] };
    case "index":
      return { ...partOfTable(object), places: [schemaOf(object)] };
    case "sequence": {
      // Its numbers are the column's: whatever else changes, it is that sequence.
      const { name, ownedBy } = object;
      const alike = ownedBy === null ? idOf(object) : attachedId("sequence", ownedBy);
      return { object, name, alike, of: ownedBy, places: [schemaOf(object)] };
    }
    case "column": {
      if (object.identity === null) return undefined;
      const { name } = identityOptionsOf(object);
      const alike = attachedId("identity", idOf(object));
      return { object, name, alike, of: idOf(object), places: [schemaOf(object)] };
    }
    default:
      return undefined;
  }
}

type PartOfTable = Exclude<Nameable, ObjectOf<"sequence" | "column">>;

const partOfTable = (object: PartOfTable): Omit<Named, "places"> => ({
  object,
  name: object.name,
  alike: canonicalText({ ...object, name: "" }),
  of: tableId(object.schema, object.table),
});

const schemaOf = ({ schema }: Nameable): string => JSON.stringify([schema]);
const tableOf = ({ schema, table }: PartOfTable): string => JSON.stringify([schema, table]);

/** The object with another name. */
export const withName = (object: Nameable, name: string): Nameable =>
  object.kind === "column" ? withIdentityOptions(object, { ...identityOptionsOf(object), name }) : { ...object, name };

/** The statement for it. */
export function nameStep(object: Nameable, from: string, to: string): Step {
  const { schema } = object;
  switch (object.kind) {
    case "index":
      return alterStep(idOf(withName(object, to)), sql`ALTER INDEX ${qualified(schema, from)} RENAME TO ${ident(to)}`, {
        lock: "share_update_exclusive",
      });
    case "sequence":
    case "column":
      return alterStep(
        idOf(withName(object, to)),
        sql`ALTER SEQUENCE ${qualified(schema, from)} RENAME TO ${ident(to)}`,
        {},
      );
    default:
      return alterStep(
        idOf(withName(object, to)),
        sql`ALTER TABLE ${qualified(schema, object.table)} RENAME CONSTRAINT ${ident(from)} TO ${ident(to)}`,
        { lock: "access_exclusive" },
      );
  }
}
