import type { ObjectId } from "../schema/object-id.ts";
import type { SchemaObject } from "../schema/objects.ts";

/** What differs between servers: the major version, 14 to 18. */
export interface ServerFacts {
  readonly major: number;
}

/** Where an object stands in the catalog: `pg_class/16402`, its third column `pg_class/16402/3`. */
export type CatalogAddress = `pg_${string}/${string}`;

/** The address of a catalog row. A column is its table's address and its number. */
export const addressOf = (catalog: `pg_${string}`, oid: string, column = 0): CatalogAddress =>
  column === 0 ? `${catalog}/${oid}` : `${catalog}/${oid}/${column}`;

/** An object and where it was found, so that comments and privileges find it again. */
export interface FoundObject {
  readonly address: CatalogAddress;
  readonly object: SchemaObject;
}

/** What the rows of one family need to know about the rest of the catalog. */
export interface CatalogContext {
  /** The ids of the objects that the one at this address uses, sorted. */
  dependsOn(address: CatalogAddress): readonly ObjectId[];
  /** The object that a type comes from; null for PostgreSQL's own types and for what is not modelled. */
  typeSource(type: string): ObjectId | null;
  /** The names of a relation's columns with these numbers, in the order of the numbers. */
  columnNames(relation: string, numbers: readonly number[]): readonly string[];
}

/** A family of kinds: one SELECT over `sharedRelations`, and what its rows mean. */
export interface CatalogFamily {
  readonly query: (server: ServerFacts) => string;
  readonly toObjects: (rows: readonly unknown[], context: CatalogContext) => readonly FoundObject[];
}

/** A family from its SELECT and what one row becomes. The row type is trusted to be what the SELECT beside it gives. */
export const catalogFamily = <Row>(
  query: (server: ServerFacts) => string,
  toObjects: (row: Row, context: CatalogContext) => readonly FoundObject[],
): CatalogFamily => ({
  query,
  toObjects: (rows, context) => (rows as readonly Row[]).flatMap((row) => toObjects(row, context)),
});
