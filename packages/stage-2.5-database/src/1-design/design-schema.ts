import type { Configuration, ConfiguredEntity } from "@build-it/artifacts";
import {
  canonicalText,
  columnId,
  databaseSchema,
  idOf,
  type ObjectId,
  type SchemaObject,
  shareObjects,
  tableId,
} from "@build-it/postgres-schema";
import { checkModel } from "./check-model.ts";
import { columnBefore } from "./column-before.ts";
import { convertRows } from "./convert-rows.ts";
import type { Design, DesignResult, Origin } from "./design.ts";
import { designBehaviours } from "./design-behaviours.ts";
import { designComments } from "./design-comments.ts";
import { designGrants } from "./design-grants.ts";
import { designOldNames, namesTaken } from "./design-old-names.ts";
import { designPolicies } from "./design-policies.ts";
import { designExtensions, designSchemas } from "./design-schemas.ts";
import { designSqlFiles } from "./design-sql-files.ts";
import { designTable } from "./design-table.ts";
import type { Designed } from "./designed.ts";
import { earlierDesign } from "./earlier-design.ts";
import { enumValuesOf } from "./enum-values.ts";
import { findFormerNames } from "./find-former-names.ts";
import { findRenames } from "./find-renames.ts";
import { hiddenSecrets } from "./hidden-secrets.ts";
import { holdImmutable } from "./hold-immutable.ts";
import { keepEnumTypes } from "./keep-enum-types.ts";
import { carryOldNames, copiesIn, withoutOldNames } from "./old-names.ts";
import { proveExpressions } from "./prove-expressions.ts";
import { retainGrants } from "./retain-grants.ts";
import { retainObjects } from "./retain-objects.ts";
import { joinSaid, nothingSaid, type SaidInSql } from "./said-in-sql.ts";
import { settleNames } from "./settle-names.ts";
import { objectsOf } from "./stored-objects.ts";

/**
 * The schema that a configuration asks for, and what of `previous`, the design of the iteration before, stays beside it.
 * Pure, but for the SQL parser that is loaded when the model has SQL text that `previous` does not have. Where a diagnostic
 * is an error the schema is not what the model says, and nothing should be made of it. `said` is what `sql/schema/` says.
 */
export async function designSchema(
  asConfigured: Configuration,
  previous: Design | null,
  said: SaidInSql = nothingSaid,
): Promise<DesignResult> {
  const { renames, diagnostics: renameDiagnostics } = findRenames(asConfigured, previous);
  const configuration = keepEnumTypes(asConfigured, previous, renames);
  const oldNames = carryOldNames(previous, renames);
  const before = earlierDesign(previous === null ? null : withoutOldNames(previous), renames);
  const entities = new Map(configuration.entities.map((entity) => [entity.name, entity]));
  const fromEntities = once([
    ...designSchemas(configuration),
    ...designExtensions(configuration),
    ...configuration.entities.flatMap((entity) => designEntity(entity, entities)),
  ]);
  const sqlParts = await designSqlFiles(configuration, [
    ...fromEntities,
    ...namesTaken(oldNames).map((object) => ({ object, entity: "" })),
  ]);
  const asked = joinSaid([...fromEntities, ...sqlParts.parts], said);
  const kept = retainObjects(before, new Set(asked.map(({ object }) => idOf(object))));
  const settled = settleNames(retainGrants(asked, kept.objects, before), [...kept.objects, ...namesTaken(oldNames)]);
  const proven = await proveExpressions(settled, before.schema.objects);
  const own = [...proven.parts.map(({ object }) => object), ...kept.objects];
  const named = designOldNames(oldNames, own);
  const retained = { ...kept.retained, ...named.retained };
  const schema = shareObjects(
    databaseSchema(holdImmutable(named.objects, before.schema.objects, { retained, oldNames })),
    before.schema,
  );
  const formerNames = [
    ...(await findFormerNames(configuration, settled, renames)),
    ...hiddenSecrets(configuration, oldNames, { retained, schema }),
  ];
  const {
    diagnostics: rowDiagnostics,
    usedCasts,
    ...rows
  } = await convertRows(
    configuration,
    { before: before.schema, after: schema },
    (column, cast) => previous?.usedCasts[columnBefore(column, renames)] === cast,
  );
  const design: Design = {
    objects: objectsOf(schema),
    origins: Object.fromEntries([...kept.origins, ...proven.parts.filter(({ entity }) => entity !== "").map(originOf)]),
    retained,
    enumValues: withOldNames(enumValuesOf(configuration, { previous, renames }, kept.objects), retained),
    usedCasts,
  };
  return {
    design,
    schema,
    renames,
    copies: { before: copiesIn(previous), after: copiesIn(design) },
    newcomers: newcomersOf(configuration),
    ...rows,
    diagnostics: [
      ...renameDiagnostics,
      ...checkModel(configuration),
      ...sqlParts.diagnostics,
      ...said.diagnostics,
      ...proven.diagnostics,
      ...formerNames,
      ...rowDiagnostics,
    ],
  };
}

const newcomersOf = ({ entities }: Configuration): ReadonlySet<ObjectId> =>
  new Set(
    entities.flatMap(({ schema, table, renamedFrom, fields }) => [
      ...(renamedFrom === null ? [tableId(schema, table)] : []),
      ...fields.flatMap((field) => (field.renamedFrom === null ? [columnId(schema, table, field.column)] : [])),
    ]),
  );

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
  const seen = new Map<ObjectId, SchemaObject[]>();
  return parts.filter(({ object }) => {
    const id = idOf(object);
    const others = seen.get(id);
    if (others === undefined) return seen.set(id, [object]);
    // Two enums of one name that differ are reported; the first one stands for both.
    if (object.kind === "enum" || others.some((other) => canonicalText(other) === canonicalText(object))) return false;
    return others.push(object) > 0;
  });
};

/** A former name holds the values of what it stands for. */
const withOldNames = (values: Design["enumValues"], retained: Design["retained"]): Design["enumValues"] => ({
  ...values,
  ...Object.fromEntries(
    Object.entries(retained).flatMap(([id, { renamedTo }]) => {
      const own = renamedTo === undefined ? undefined : values[renamedTo];
      return own === undefined ? [] : [[id, own]];
    }),
  ),
});

const originOf = ({ object, entity, field, location, secret }: Designed): readonly [ObjectId, Origin] => [
  idOf(object),
  {
    entity,
    ...(field === undefined ? {} : { field }),
    ...(location === undefined ? {} : { location }),
    ...(secret === undefined ? {} : { secret }),
  },
];
