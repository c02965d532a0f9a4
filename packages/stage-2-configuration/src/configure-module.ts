import type { Configuration, ConfiguredEntity, ModuleDefinition } from "@build-it/artifacts";
import { configureEntity } from "./configure-entity.ts";
import { listExtensions } from "./list-extensions.ts";

/** The configuration of a valid module. The same module gives the same configuration, byte for byte. */
export const configureModule = (module: ModuleDefinition): Configuration => {
  const entities = module.entities.map((definition): ConfiguredEntity => configureEntity(definition, module));
  return {
    module: { name: module.name, title: module.title, description: module.description },
    subModules: module.subModules,
    entities: entities.sort((left, right) => (left.name < right.name ? -1 : 1)),
    extensions: listExtensions(module.entities),
    sqlFiles: module.sqlFiles,
    ...(module.schemaFiles === undefined ? {} : { schemaFiles: module.schemaFiles }),
  };
};
