import type {
  Behaviours,
  ConfiguredEntity,
  ConfiguredIndex,
  ConfiguredUnique,
  ModuleDefinition,
} from "@build-it/artifacts";
import type { EntityDefinition, EntityFile } from "@build-it/busm";
import {
  deriveLabel,
  derivePluralLabel,
  deriveTable,
  fieldsOf,
  keyOf,
  mixinsOf,
  ownerOf,
  rulesOf,
} from "@build-it/busm";
import { chooseDisplay } from "./choose-display.ts";
import { configureAccessRule } from "./configure-access-rule.ts";
import { configureField } from "./configure-field.ts";

/** An entity with all its fields (key, own, mixins'), every name derived and every reference resolved. */
export const configureEntity = ({ entity, sources }: EntityDefinition, module: ModuleDefinition): ConfiguredEntity => {
  const label = entity.label ?? deriveLabel(entity.entity);
  const fields = fieldsOf(entity).map((field) => configureField(field, { entity, sources }, module));
  return {
    name: entity.entity,
    label,
    pluralLabel: entity.plural_label ?? derivePluralLabel(label),
    description: entity.description,
    schema: entity.schema ?? module.schema,
    table: entity.table ?? deriveTable(entity.entity),
    display: chooseDisplay(entity),
    key: [...keyOf(entity)],
    ...(entity.key_name === undefined ? {} : { keyName: entity.key_name }),
    fields,
    uniques: [...configureUniques(entity, sources), ...scopedUniques(entity, sources)],
    indexes: configureIndexes(entity, sources),
    checks: Object.entries(entity.checks ?? {}).map(([name, { sql, message }]) => ({
      name,
      expression: sql,
      message,
      source: sources[`checks.${name}`],
    })),
    ...(entity.access === "sql" ? { accessInSql: true } : {}),
    access: rulesOf(entity).map((rule, index) => configureAccessRule(rule, sources[`access.${index}`])),
    behaviours: gatherBehaviours(entity),
    renamedFrom: entity.renamed_from && {
      name: entity.renamed_from.name,
      schema: entity.renamed_from.schema ?? entity.schema ?? module.schema,
      table: entity.renamed_from.table ?? deriveTable(entity.renamed_from.name),
    },
    source: sources[""],
  };
};

type SourcesOf = EntityDefinition["sources"];

const configureUniques = (entity: EntityFile, sources: SourcesOf): readonly ConfiguredUnique[] =>
  (entity.unique ?? []).map(({ name, fields, where, nulls }, index) => ({
    name,
    fields,
    where,
    nullsEqual: nulls === "equal",
    source: sources[`unique.${index}`],
  }));

/** `unique: { scope: … }` of a field is a unique of the entity; a plain `unique: true` stays with its field. */
const scopedUniques = (entity: EntityFile, sources: SourcesOf): readonly ConfiguredUnique[] =>
  Object.entries(entity.fields).flatMap(([name, { unique }]) =>
    typeof unique !== "object"
      ? []
      : [
          {
            fields: [...(unique.scope ?? []), name],
            where: unique.where,
            nullsEqual: unique.nulls === "equal",
            source: sources[`fields.${name}`],
          },
        ],
  );

const configureIndexes = (entity: EntityFile, sources: SourcesOf): ConfiguredIndex[] =>
  (entity.indexes ?? []).map(({ name, on, unique, method, include, where }, index) => ({
    name,
    ...(unique === true ? { unique } : {}),
    on: on.map((part) =>
      "field" in part
        ? { field: part.field, descending: part.descending ?? false }
        : { expression: part.sql, descending: part.descending ?? false },
    ),
    method: method ?? "btree",
    include: include ?? [],
    where,
    source: sources[`indexes.${index}`],
  }));

const gatherBehaviours = (entity: EntityFile): Behaviours => {
  const mixins = mixinsOf(entity);
  return {
    touchedAt: mixins.includes("timestamps") ? "updatedAt" : undefined,
    touchedBy: mixins.includes("audit") ? "updatedBy" : undefined,
    softDelete: mixins.includes("soft_delete") ? "deletedAt" : undefined,
    owner: ownerOf(entity),
    tenant: mixins.includes("tenant") ? "tenantId" : undefined,
    immutable: fieldsOf(entity)
      .filter(({ field }) => field.immutable)
      .map(({ name }) => name),
  };
};
