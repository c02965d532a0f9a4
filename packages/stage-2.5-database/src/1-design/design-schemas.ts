import type { Configuration, ConfiguredEntity } from "@build-it/artifacts";
import type { Extension, Privilege, Schema } from "@build-it/postgres-schema";
import { schemaId } from "@build-it/postgres-schema";
import { apiRoles } from "./api-roles.ts";
import { type Designed, designed } from "./designed.ts";

/** The schemas that the entities live in, open to the API's roles. `public` is there and open on every server. */
export function designSchemas({ entities }: Configuration): readonly Designed<Schema | Privilege>[] {
  return [
    ...firstOfSchemas(entities).map(([name, entity]) => designed<Schema>({ kind: "schema", name }, { entity })),
    ...firstOfSchemas(entities.filter(({ accessInSql }) => accessInSql !== true)).flatMap(([name, entity]) =>
      apiRoles.map((grantee) =>
        designed<Privilege>({ kind: "privilege", on: schemaId(name), grantee, privileges: ["usage"] }, { entity }),
      ),
    ),
  ];
}

function firstOfSchemas(entities: readonly ConfiguredEntity[]): readonly (readonly [string, ConfiguredEntity])[] {
  const first = new Map(entities.toReversed().map((entity) => [entity.schema, entity]));
  first.delete("public");
  return [...first];
}

/** The extensions that words of the model need, where Supabase keeps them. */
export const designExtensions = ({ extensions }: Configuration): readonly Designed<Extension>[] =>
  extensions.map(({ name, neededBy, source }) => ({
    object: { kind: "extension", name, schema: "extensions" },
    entity: neededBy,
    ...(source === undefined ? {} : { location: source }),
  }));
