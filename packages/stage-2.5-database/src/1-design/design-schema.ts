import type { Configuration } from "@build-it/artifacts";
import { canonicalText, databaseSchema, idOf } from "@build-it/postgres-schema";
import type { Design, DesignResult } from "./design.ts";
import { designExtensions, designSchemas } from "./design-schemas.ts";
import { designTable } from "./design-table.ts";
import type { Designed } from "./designed.ts";
import { findRenames } from "./find-renames.ts";
import { settleNames } from "./settle-names.ts";

/**
 * The schema that a configuration asks for. Pure, but for the SQL parser that is loaded when the model has SQL text that
 * `previous`, the design of the iteration before, does not have.
 */
export async function designSchema(configuration: Configuration, previous: Design | null): Promise<DesignResult> {
  const { renames, diagnostics } = findRenames(configuration, previous);
  const entities = new Map(configuration.entities.map((entity) => [entity.name, entity]));
  const parts = once([
    ...designSchemas(configuration),
    ...designExtensions(configuration),
    ...configuration.entities.flatMap((entity) => designTable(entity, entities)),
  ]);
  const settled = settleNames(parts, []);
  const schema = databaseSchema(settled.map(({ object }) => object));
  return {
    design: { objects: [...schema.objects.values()], origins: originsOf(settled), retained: {} },
    schema,
    renames,
    backfills: new Map(),
    conversions: new Map(),
    valueMaps: new Map(),
    diagnostics,
  };
}

/** Two fields of one enum both bring it along, and two lists of fields may ask for one key. */
const once = (parts: readonly Designed[]): readonly Designed[] => {
  const seen = new Set<string>();
  return parts.filter(({ object }) => {
    const text = canonicalText(object);
    return !seen.has(text) && seen.add(text);
  });
};

const originsOf = (parts: readonly Designed[]): Design["origins"] =>
  Object.fromEntries(
    parts.map(({ object, entity, field, location }) => [
      idOf(object),
      { entity, ...(field === undefined ? {} : { field }), ...(location === undefined ? {} : { location }) },
    ]),
  );
