import type { Configuration } from "@build-it/artifacts";
import type { EntityDefinition, FieldFile, ScalarFile } from "@build-it/busm";

type Extension = Configuration["extensions"][number];

const extensionOfWord: Readonly<Record<string, string>> = {
  geo: "postgis",
  vector: "vector",
  citext: "citext",
  hstore: "hstore",
  ltree: "ltree",
};

/** The extensions that the words of the model need, each with the first field that needs it, in the order of their names. */
export const listExtensions = (entities: readonly EntityDefinition[]): Extension[] => {
  const needed = new Map<string, Extension>();
  for (const { entity, sources } of entities) {
    for (const [name, field] of Object.entries(entity.fields)) {
      const extension = extensionOf(field);
      if (extension === undefined || needed.has(extension)) continue;
      needed.set(extension, {
        name: extension,
        neededBy: `${entity.entity}.${name}`,
        source: sources[`fields.${name}`],
      });
    }
  }
  return [...needed.values()].sort((left, right) => (left.name < right.name ? -1 : 1));
};

const extensionOf = (field: FieldFile | ScalarFile): string | undefined => {
  if (field.type === "list" || field.type === "computed") return extensionOf(field.of);
  if (field.type === "postgres") return field.extension;
  return extensionOfWord[field.type];
};
