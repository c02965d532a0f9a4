import type { ModuleDefinition } from "@build-it/artifacts";
import type { EntityDefinition, ModelDefinition } from "@build-it/busm";
import { deriveLabel } from "@build-it/busm";
import type { Diagnostic } from "@build-it/stage-contract";
import { entityNotSelected } from "./diagnostics.ts";

/** Takes from a valid model what its sub-modules select, and what that refers to; notes what is left out. */
export const selectEntities = (
  model: ModelDefinition,
): { readonly definition: ModuleDefinition; readonly notes: readonly Diagnostic[] } => {
  const { name, module, enums, sqlFiles, schemaFiles } = model;
  const subModules = Object.entries(module.sub_modules).map(([subModule, { title, entities }]) => ({
    name: subModule,
    title: title ?? deriveLabel(subModule),
    entities,
  }));
  const reached = reachEntities(
    model.entities,
    subModules.flatMap(({ entities }) => entities),
  );
  const isReached = ({ entity }: EntityDefinition) => reached.has(entity.entity);
  const leftOut = model.entities.filter((definition) => !isReached(definition));
  return {
    definition: {
      name,
      title: module.title,
      description: module.description,
      schema: module.schema ?? "public",
      subModules,
      entities: model.entities.filter(isReached),
      enums,
      sqlFiles,
      ...(schemaFiles === undefined ? {} : { schemaFiles }),
    },
    notes: leftOut.map(({ entity, sources }) => entityNotSelected(entity.entity, sources[""])),
  };
};

/** The named entities and, over any number of references, those that they need. */
const reachEntities = (entities: readonly EntityDefinition[], selected: readonly string[]): ReadonlySet<string> => {
  const byName = new Map(entities.map(({ entity }) => [entity.entity, entity]));
  const reached = new Set<string>();
  const waiting = [...selected];
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    if (reached.has(name)) continue;
    reached.add(name);
    const fields = Object.values(byName.get(name)?.fields ?? {});
    waiting.push(...fields.flatMap((field) => (field.type === "reference" ? [field.to] : [])));
  }
  return reached;
};
