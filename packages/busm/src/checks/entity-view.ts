import type { EntityFile, Mixin } from "../language/entity-file.ts";
import type { EntityField } from "../language/mixin-fields.ts";
import { fieldsOf, mixinFields, mixinsOf } from "../language/mixin-fields.ts";
import type { LoadedEntity } from "../load-model.ts";
import type { Location } from "../model-problem.ts";
import type { Path } from "../yaml/parse-yaml.ts";

/** An entity as the checks look at it. */
export interface EntityView {
  readonly entity: EntityFile;
  /** All fields, the key's and the mixins' too. A name that is there twice is the model's. */
  readonly fields: ReadonlyMap<string, EntityField>;
  /** The fields that mixins bring, and which mixin does. */
  readonly mixed: ReadonlyMap<string, Mixin>;
  /** Whether the model means to have such a field, be its description broken. */
  mayHaveField(name: string): boolean;
  locate(path: Path, part?: "key" | "value"): Location;
}

export const viewEntity = ({ entity, file, brokenParts }: LoadedEntity): EntityView => {
  const fields = new Map(fieldsOf(entity).map((field) => [field.name, field]));
  for (const [name, field] of Object.entries(entity.fields)) fields.set(name, { name, field, origin: "model" });
  return {
    entity,
    fields,
    mixed: new Map(mixinsOf(entity).flatMap((mixin) => Object.keys(mixinFields[mixin]).map((name) => [name, mixin]))),
    mayHaveField: (name) =>
      fields.has(name) ||
      brokenParts.has(`fields.${name}`) ||
      brokenParts.has("fields") ||
      brokenParts.has("mixins") ||
      brokenParts.has("key"),
    locate: file.locate,
  };
};
