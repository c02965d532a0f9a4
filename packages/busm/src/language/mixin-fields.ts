import type { AccessRuleFile } from "./access-rule-file.ts";
import type { EntityFile, Mixin } from "./entity-file.ts";
import type { FieldFile } from "./field-file.ts";

/** What each mixin brings, written as the model language would say it. */
export const mixinFields: Readonly<Record<Mixin, Readonly<Record<string, FieldFile>>>> = {
  timestamps: {
    createdAt: { type: "datetime", required: true, default: "now", immutable: true, readonly: true },
    updatedAt: { type: "datetime", required: true, default: "now", readonly: true },
  },
  soft_delete: { deletedAt: { type: "datetime", index: true, readonly: true } },
  owned: { ownerId: { type: "user", default: "user", index: true, label: "Owner", readonly: true } },
  tenant: {
    tenantId: { type: "uuid", required: true, default: "tenant", index: true, immutable: true, readonly: true },
  },
  audit: {
    createdBy: { type: "user", default: "user", immutable: true, readonly: true },
    updatedBy: { type: "user", default: "user", readonly: true },
  },
};

/** A field of an entity, wherever it comes from. */
export interface EntityField {
  readonly name: string;
  readonly field: FieldFile;
  /** Who brought it: the model, the implied key, or a mixin. */
  readonly origin: "model" | "key" | Mixin;
}

const impliedKey: FieldFile = { type: "uuid", required: true, default: "uuid", readonly: true };

/** The mixins of an entity in a fixed order; `audit` says when as well as who, so it brings `timestamps`. */
export const mixinsOf = (entity: EntityFile): readonly Mixin[] => {
  const named = new Set(entity.mixins);
  if (named.has("audit")) named.add("timestamps");
  return (Object.keys(mixinFields) as Mixin[]).filter((mixin) => named.has(mixin));
};

/** The names of the fields that identify a row. */
export const keyOf = (entity: EntityFile): readonly string[] => entity.key ?? ["id"];

/** All fields of an entity: the key, the model's own in their order, the mixins'. */
export const fieldsOf = (entity: EntityFile): readonly EntityField[] => {
  const own = Object.entries(entity.fields).map(([name, field]): EntityField => ({ name, field, origin: "model" }));
  const needsKey = entity.key === undefined && !Object.hasOwn(entity.fields, "id");
  const key: readonly EntityField[] = needsKey ? [{ name: "id", field: impliedKey, origin: "key" }] : [];
  const mixed = mixinsOf(entity).flatMap((mixin) =>
    Object.entries(mixinFields[mixin]).map(([name, field]): EntityField => ({ name, field, origin: mixin })),
  );
  return [...key, ...own, ...mixed];
};

/** The rules of who may do what; none where that is said in SQL. */
export const rulesOf = ({ access }: EntityFile): readonly AccessRuleFile[] =>
  access === undefined || access === "sql" ? [] : access;

/** The field that holds the owner of a row, if the entity has one. */
export const ownerOf = (entity: EntityFile): string | undefined =>
  entity.owner ?? (entity.mixins?.includes("owned") ? "ownerId" : undefined);
