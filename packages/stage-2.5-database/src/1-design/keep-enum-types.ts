import type { Configuration, ConfiguredEntity, ConfiguredField, FieldType } from "@build-it/artifacts";
import { type Enum, idOf, type ObjectId, type Rename, type SchemaObject } from "@build-it/postgres-schema";
import { columnBefore } from "./column-before.ts";
import type { Design } from "./design.ts";
import { scalarOf } from "./design-type.ts";
import { columnIdOf } from "./designed.ts";

/**
 * The type of an enum that a field says for itself is called after the field. Where the entity or the field has another name since,
 * the type keeps the one that it has: code of earlier iterations may cast to it.
 */
export function keepEnumTypes(
  configuration: Configuration,
  previous: Design | null,
  renames: readonly Rename[],
): Configuration {
  if (previous === null) return configuration;
  const earlier = new Map<ObjectId, SchemaObject>(previous.objects.map((object) => [idOf(object), object]));
  const asked = new Set(
    configuration.entities.flatMap((entity) => entity.fields.flatMap(({ type }) => nativeEnum(type)?.typeName ?? [])),
  );
  const keptType = (entity: ConfiguredEntity, field: ConfiguredField): FieldType => {
    if (nativeEnum(field.type)?.name !== nameWithin(entity, field)) return field.type;
    const column = earlier.get(columnBefore(columnIdOf(entity, field.column), renames));
    if (column?.kind !== "column" || column.typeObject === null) return field.type;
    const type = earlier.get(column.typeObject);
    const isFree = type?.kind === "enum" && type.schema === entity.schema && !asked.has(type.name);
    return isFree ? calledAs(field.type, type) : field.type;
  };
  return {
    ...configuration,
    entities: configuration.entities.map((entity) => ({
      ...entity,
      fields: entity.fields.map((field) => ({ ...field, type: keptType(entity, field) })),
    })),
  };
}

function nativeEnum(type: FieldType) {
  const scalar = scalarOf(type);
  return scalar.kind === "enum" && scalar.storage === "native" ? scalar : undefined;
}

/** What an enum is called that its field says; one that fields share has a name that the model says. */
const nameWithin = (entity: ConfiguredEntity, { name }: ConfiguredField): string =>
  `${entity.name}${name.charAt(0).toUpperCase()}${name.slice(1)}`;

const calledAs = (type: FieldType, { name: typeName }: Enum): FieldType => {
  if (type.kind === "list") return type.of.kind === "enum" ? { ...type, of: { ...type.of, typeName } } : type;
  return type.kind === "enum" ? { ...type, typeName } : type;
};
