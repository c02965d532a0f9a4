import type { ConfiguredEntity } from "@build-it/artifacts";
import { Configuration, TableDeclaration, ViewModels } from "@build-it/artifacts";
import type { Diagnostic, Stage } from "@build-it/stage-contract";
import { completed, halted } from "@build-it/stage-contract";
import { z } from "zod";
import { compareWithTables } from "./compare-with-tables.ts";
import { cannotBeCreated, notReadable } from "./diagnostics.ts";
import { forgeViews, isAllowed, unfillableField } from "./forge-views.ts";
import { assignSlugs } from "./slug.ts";

/** The configuration, and the tables that stage 2.5 verified. */
export const ViewForgeInput = z.object({ configuration: Configuration, tables: z.array(TableDeclaration) });
export type ViewForgeInput = z.infer<typeof ViewForgeInput>;

/**
 * Stage 3: from the configuration and the tables that are there, what each screen shows.
 * Halts with `invalid_output` when an entity or a field has no table or column.
 */
export const viewForgeStage: Stage<ViewForgeInput, ViewModels> = {
  name: "stage-3-viewforge",
  title: "View models",
  input: ViewForgeInput,
  output: ViewModels,
  run: async ({ configuration, tables }) => {
    const selected = selectEntities(configuration);
    const problems = compareWithTables(selected, tables);
    if (problems.length > 0) {
      return halted(
        { kind: "invalid_output", message: "The model asks for screens of what the database does not have." },
        problems,
      );
    }
    const entities = new Map(selected.map((entity) => [entity.name, entity]));
    const slugs = assignSlugs([...entities.keys()]);
    return completed(
      {
        title: configuration.module.title,
        navigation: configuration.subModules.map(({ title, entities }) => ({ title, entities })),
        entities: selected.map((entity) => forgeViews(entity, { entities, slugs })),
      },
      selected.flatMap(remarksOn),
    );
  },
};

/** The entities that a sub-module selects, in the configuration's order. */
function selectEntities(configuration: Configuration): readonly ConfiguredEntity[] {
  const names = new Set(configuration.subModules.flatMap(({ entities }) => entities));
  return configuration.entities.filter(({ name }) => names.has(name));
}

function remarksOn(entity: ConfiguredEntity): readonly Diagnostic[] {
  const unfillable = unfillableField(entity);
  return [
    ...(isAllowed(entity, "read") ? [] : [notReadable(entity)]),
    ...(isAllowed(entity, "create") && unfillable !== undefined ? [cannotBeCreated(entity, unfillable)] : []),
  ];
}
