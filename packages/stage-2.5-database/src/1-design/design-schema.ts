import type { Configuration, ConfiguredEntity } from "@build-it/artifacts";
import { canonicalText, databaseSchema, idOf, type ObjectId } from "@build-it/postgres-schema";
import { checkModel } from "./check-model.ts";
import { convertRows } from "./convert-rows.ts";
import type { Design, DesignResult, Origin } from "./design.ts";
import { designBehaviours } from "./design-behaviours.ts";
import { designComments } from "./design-comments.ts";
import { designGrants } from "./design-grants.ts";
import { designPolicies } from "./design-policies.ts";
import { designExtensions, designSchemas } from "./design-schemas.ts";
import { designSqlFiles } from "./design-sql-files.ts";
import { designTable } from "./design-table.ts";
import type { Designed } from "./designed.ts";
import { earlierDesign } from "./earlier-design.ts";
import { enumValuesOf } from "./enum-values.ts";
import { findRenames } from "./find-renames.ts";
import { proveExpressions } from "./prove-expressions.ts";
import { retainGrants } from "./retain-grants.ts";
import { retainObjects } from "./retain-objects.ts";
import { settleNames } from "./settle-names.ts";

/**
 * The schema that a configuration asks for, and what of `previous`, the design of the iteration before, stays beside it.
 * Pure, but for the SQL parser that is loaded when the model has SQL text that `previous` does not have. Where a diagnostic
 * is an error the schema is not what the model says, and nothing should be made of it.
 */
export async function designSchema(configuration: Configuration, previous: Design | null): Promise<DesignResult> {
  const { renames, diagnostics: renameDiagnostics } = findRenames(configuration, previous);
  const before = earlierDesign(previous, renames);
  const entities = new Map(configuration.entities.map((entity) => [entity.name, entity]));
  const fromEntities = once([
    ...designSchemas(configuration),
    ...designExtensions(configuration),
    ...configuration.entities.flatMap((entity) => designEntity(entity, entities)),
  ]);
  const sqlParts = await designSqlFiles(configuration, fromEntities);
  const asked = [...fromEntities, ...sqlParts.parts];
  const kept = retainObjects(before, new Set(asked.map(({ object }) => idOf(object))));
  const settled = settleNames(retainGrants(asked, kept.objects, before), kept.objects);
  const proven = await proveExpressions(settled, before.schema.objects);
  const schema = databaseSchema([...proven.parts.map(({ object }) => object), ...kept.objects]);
  const { diagnostics: rowDiagnostics, ...rows } = await convertRows(configuration, before.schema, schema);
  return {
    design: {
      objects: [...schema.objects.values()],
      origins: Object.fromEntries([...kept.origins, ...proven.parts.map(originOf)]),
      retained: kept.retained,
      enumValues: enumValuesOf(configuration, { previous, renames }, kept.objects),
    },
    schema,
    renames,
    ...rows,
    diagnostics: [
      ...renameDiagnostics,
      ...checkModel(configuration),
      ...sqlParts.diagnostics,
      ...proven.diagnostics,
      ...rowDiagnostics,
    ],
  };
}

const designEntity = (
  entity: ConfiguredEntity,
  entities: ReadonlyMap<string, ConfiguredEntity>,
): readonly Designed[] => [
  ...designTable(entity, entities),
  ...designPolicies(entity),
  ...designGrants(entity),
  ...designBehaviours(entity),
  ...designComments(entity),
];

/** Two fields of one enum both bring it along, and two lists of fields may ask for one key. */
const once = (parts: readonly Designed[]): readonly Designed[] => {
  const seen = new Set<string>();
  return parts.filter(({ object }) => {
    // Two enums of one name that differ are reported; the first one stands for both.
    const text = object.kind === "enum" ? idOf(object) : canonicalText(object);
    return !seen.has(text) && seen.add(text);
  });
};

const originOf = ({ object, entity, field, location }: Designed): readonly [ObjectId, Origin] => [
  idOf(object),
  { entity, ...(field === undefined ? {} : { field }), ...(location === undefined ? {} : { location }) },
];
