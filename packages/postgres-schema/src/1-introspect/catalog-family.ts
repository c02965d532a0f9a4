import type { ObjectId } from "../schema/object-id.ts";
import type { SchemaObject } from "../schema/objects.ts";
import type { RareCatalog } from "./present-catalogs.ts";

/** What differs between databases for those who ask. */
export interface ServerFacts {
  /** The major version, 14 to 18. */
  readonly major: number;
  /** Of the catalogs that most databases have no row of their own in, those where this one has. */
  readonly present: ReadonlySet<RareCatalog>;
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

/** A family of kinds: one SELECT over `sharedRelations`, and what a row of it means. */
export interface CatalogFamily {
  readonly query: (server: ServerFacts) => string;
  readonly toObjects: (row: unknown, context: CatalogContext) => readonly FoundObject[];
}

/** A family from its SELECT and what one row becomes. The row type is trusted to be what the SELECT beside it gives. */
export const catalogFamily = <Row>(
  query: (server: ServerFacts) => string,
  toObjects: (row: Row, context: CatalogContext) => readonly FoundObject[],
): CatalogFamily => ({ query, toObjects: (row, context) => toObjects(row as Row, context) });
