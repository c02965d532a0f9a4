import type { ConfiguredEntity, ConfiguredField } from "@build-it/artifacts";
import { type Column, type Enum, idOf } from "@build-it/postgres-schema";
import { designType } from "./design-type.ts";
import { type Designed, designed, placeOf } from "./designed.ts";

/** A field's column, and the enum it is of, where it is a native one. */
export function designColumn(
  entity: ConfiguredEntity,
  field: ConfiguredField,
  ordinal: number,
): readonly Designed<Column | Enum>[] {
  const { type, enum: native } = designType(field.type, entity.schema);
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
    generated,
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
