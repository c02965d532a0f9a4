import type { ConfiguredEntity, ConfiguredField } from "@build-it/artifacts";
import type { ForeignKey } from "@build-it/postgres-schema";
import { type Designed, designed, fieldOf, objectName, placeOf } from "./designed.ts";

/** A foreign key for each reference to an entity and to a user. */
export const designForeignKeys = (
  entity: ConfiguredEntity,
  entities: ReadonlyMap<string, ConfiguredEntity>,
): readonly Designed<ForeignKey>[] =>
  entity.fields.flatMap((field) => {
    const target = targetOf(field, entities);
    return target === null ? [] : [designed(foreignKey(entity, field, target), { entity, field })];
  });

type Target = Pick<ForeignKey, "references" | "onDelete" | "onUpdate" | "deferrable">;

function targetOf(field: ConfiguredField, entities: ReadonlyMap<string, ConfiguredEntity>): Target | null {
  const { type } = field;
  if (type.kind === "user")
    return {
      references: { schema: "auth", table: "users", columns: ["id"] },
      onDelete: type.onDelete,
      onUpdate: "no_action",
      deferrable: false,
    };
  if (type.kind !== "reference") return null;
  const entity = entities.get(type.entity);
  if (entity === undefined) throw new Error(`a reference to ${type.entity}, which the configuration does not have`);
  return {
    references: { schema: entity.schema, table: entity.table, columns: [fieldOf(entity, type.field).column] },
    onDelete: type.onDelete,
    onUpdate: type.onUpdate,
    deferrable: type.deferrable,
  };
}

const foreignKey = (entity: ConfiguredEntity, field: ConfiguredField, target: Target): ForeignKey => ({
  kind: "foreign_key",
  ...placeOf(entity),
  name: nameSaid(field) ?? objectName(entity.table, field.column, "fkey"),
  columns: [field.column],
  ...target,
  // A check at the end of the transaction is what a deferrable reference is asked for.
  initiallyDeferred: target.deferrable,
  validated: true,
});

const nameSaid = ({ type }: ConfiguredField): string | undefined =>
  type.kind === "reference" || type.kind === "user" ? type.constraint : undefined;
