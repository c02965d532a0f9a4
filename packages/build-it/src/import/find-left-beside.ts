import type {
  DatabaseSchema,
  Policy,
  Publication,
  SchemaObject,
  Trigger,
  UnmodelledObject,
} from "@build-it/postgres-schema";

/**
 * What somebody has put on tables of the server's own schemas: policies, and triggers that call functions of the schema that
 * is imported. The server's schemas are no part of a model, so it does not come along.
 */
export const findLeftBeside = (beside: DatabaseSchema, imported: DatabaseSchema): readonly UnmodelledObject[] =>
  [...beside.objects.values()]
    .filter((object) => isAdded(object, imported))
    .map(({ kind, name, schema, table }) => ({
      what: kind,
      name: `${name} on ${schema}.${table}`,
    }));

/** What a project has put into it. */
export const listMembers = ({ kind, name, members }: Publication): readonly UnmodelledObject[] =>
  members.map(({ target, details }) => ({ what: kind, name: `${name} of ${target}${details}` }));

const isAdded = (object: SchemaObject, { objects }: DatabaseSchema): object is Policy | Trigger =>
  object.kind === "policy" || (object.kind === "trigger" && object.dependsOn.some((id) => objects.has(id)));
