import type { ConfiguredEntity, ConfiguredField } from "@build-it/artifacts";
import { type Column, type Enum, idOf } from "@build-it/postgres-schema";
import { columnTypeOf } from "./design-type.ts";
import { type Designed, designed, objectName, placeOf } from "./designed.ts";

/** A field's column, and the enum it is of, where it is a native one. */
export function designColumn(
  entity: ConfiguredEntity,
  field: ConfiguredField,
  ordinal: number,
): readonly Designed<Column | Enum>[] {
  const { type, enum: native } = columnTypeOf(field, entity.schema);
  const generated = field.type.kind === "computed" ? field.type.expression : null;
  const column: Column = {
    kind: "column",
    ...placeOf(entity),
    name: field.column,
    ordinal,
    type,
    typeObject: native === null ? null : idOf(native),
    nullable: !field.required && !entity.key.includes(field.name) && field.type.kind !== "identity",
    identity: field.type.kind === "identity" ? (field.type.always ? "always" : "by_default") : null,
    ...sequenceOf(entity, field),
    generated,
    ...(field.type.kind === "computed" && field.type.virtual ? { virtual: true } : {}),
    collation: null,
    dependsOn: [],
  };
  const authored =
    generated === null ? [] : [{ text: generated, purpose: `the computed field ${entity.name}.${field.name}` }];
  return [
    ...(native === null ? [] : [designed(native, { entity, field })]),
    designed(column, { entity, field }, authored),
  ];
}

const largest = { smallint: "32767", integer: "2147483647", bigint: "9223372036854775807" } as const;

/** The sequence behind an identity, where it is not called as PostgreSQL would call it. */
function sequenceOf({ table }: ConfiguredEntity, { column, type }: ConfiguredField): Pick<Column, "identityOptions"> {
  if (type.kind !== "identity" || type.sequence === undefined) return {};
  if (type.sequence === objectName(table, column, "seq")) return {};
  const counting = { start: "1", increment: "1", minimum: "1", maximum: largest[type.of], cache: "1", cycle: false };
  return { identityOptions: { name: type.sequence, ...counting } };
}
