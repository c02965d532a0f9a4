import { type Column, type DatabaseSchema, idOf, type ObjectId, type SchemaObject } from "@build-it/postgres-schema";
import type { Diagnostic } from "@build-it/stage-contract";
import type { Designed } from "./designed.ts";

/** The objects that a model says in `sql/schema/`, as PostgreSQL prints them. */
export interface SaidInSql {
  readonly objects: readonly SchemaObject[];
  /** All that the model says, entities too, as PostgreSQL made it; empty where nothing is said in SQL. */
  readonly catalog: DatabaseSchema["objects"];
  readonly diagnostics: readonly Diagnostic[];
}

export const nothingSaid: SaidInSql = { objects: [], catalog: new Map(), diagnostics: [] };

/** Adds what is said in SQL to what the rest of the model asks for, and ties the two together. */
export function joinSaid(parts: readonly Designed[], said: SaidInSql): readonly Designed[] {
  if (said.catalog.size === 0) return parts;
  const ids = new Set(said.objects.map(idOf));
  const own = new Set(parts.map(({ object }) => idOf(object)));
  return [
    ...parts.map((part) => ({ ...part, object: tie(part.object, said.catalog.get(idOf(part.object)), ids) })),
    ...said.objects.filter((object) => !own.has(idOf(object))).map((object): Designed => ({ object, entity: "" })),
  ];
}

/** What an object of an entity needs of what is said in SQL: PostgreSQL found it out when it made both. */
function tie(object: SchemaObject, made: SchemaObject | undefined, said: ReadonlySet<ObjectId>): SchemaObject {
  if (made === undefined) return object;
  // Only where access is said in SQL does an entity leave row level security to it.
  if (object.kind === "table" && made.kind === "table" && !object.rowSecurity)
    return { ...object, rowSecurity: made.rowSecurity, rowSecurityForced: made.rowSecurityForced };
  const tied = "dependsOn" in object && "dependsOn" in made ? dependOn(object, made.dependsOn, said) : object;
  return tied.kind === "column" && made.kind === "column" ? typedBy(tied, made, said) : tied;
}

const dependOn = <Kind extends SchemaObject & { readonly dependsOn: readonly ObjectId[] }>(
  object: Kind,
  needs: readonly ObjectId[],
  said: ReadonlySet<ObjectId>,
): Kind => {
  const more = needs.filter((id) => said.has(id));
  return more.length === 0 ? object : { ...object, dependsOn: [...new Set([...object.dependsOn, ...more])].sort() };
};

const typedBy = (column: Column, { typeObject }: Column, said: ReadonlySet<ObjectId>): Column =>
  column.typeObject === null && typeObject !== null && said.has(typeObject) ? { ...column, typeObject } : column;
