import { filterObjects, type IntrospectedSchema, type ObjectId } from "@build-it/postgres-schema";
import type { OpenSide } from "./open-side.ts";

interface ReadSide extends Pick<OpenSide, "kind" | "runBy"> {
  readonly read: IntrospectedSchema;
}

/**
 * Leaves out owners that say nothing. SQL files name an owner where it matters to them; what else they make belongs to whoever
 * runs them, so that beside a database only what the files give somebody is compared.
 */
export function withOwnersThatCount(
  one: ReadSide,
  other: ReadSide,
): readonly [one: IntrospectedSchema, other: IntrospectedSchema] {
  const files = [one, other].filter(({ kind }) => kind === "sql");
  if (files.length !== 1) return [one.read, other.read];
  const given = new Set(files.flatMap(ownersGiven));
  return [keepOwners(one.read, given), keepOwners(other.read, given)];
}

const keepOwners = (read: IntrospectedSchema, of: ReadonlySet<ObjectId>): IntrospectedSchema => ({
  ...read,
  schema: filterObjects(read.schema, (object) => object.kind !== "owner" || of.has(object.on)),
});

const ownersGiven = ({ read, runBy }: ReadSide): readonly ObjectId[] =>
  [...read.schema.objects.values()].flatMap((object) =>
    object.kind === "owner" && object.role !== runBy && object.role !== ownerOfPublic ? [object.on] : [],
  );

/** The role that the schema `public` belongs to in every new database. */
const ownerOfPublic = "pg_database_owner";
