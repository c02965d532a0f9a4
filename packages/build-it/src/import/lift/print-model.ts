import { printEntityFile, printEnumsFile, printModuleFile, toSnakeCase } from "@build-it/busm";
import type { LiftedSchema } from "./lift-schema.ts";

/** Where an entity is said, in its module's folder. */
export const fileOf = (entity: string): string => `entities/${toSnakeCase(entity).replaceAll("_", "-")}.yaml`;

/** The files of a model that say entities and enums: path in the module's folder -> text. All entities are one part. */
export function printModel({ entities, enums }: LiftedSchema, module: string): Readonly<Record<string, string>> {
  const names = [...entities.values()].map(({ entity }) => entity).sort();
  return {
    "module.yaml": printModuleFile({
      title: titleOf(module),
      sub_modules: names.length === 0 ? {} : { [module]: { entities: names } },
    }),
    ...(Object.keys(enums).length === 0 ? {} : { "enums.yaml": printEnumsFile(enums) }),
    ...Object.fromEntries([...entities.values()].map((entity) => [fileOf(entity.entity), printEntityFile(entity)])),
  };
}

const titleOf = (module: string): string =>
  module.slice(0, 1).toUpperCase() + module.slice(1).replaceAll(/[-_]+/g, " ");
