import type { FieldType, ModuleDefinition, ScalarType } from "@build-it/artifacts";
import type { EntityFile, FieldFile, ScalarFile } from "@build-it/busm";
import { keyOf } from "@build-it/busm";
import { chooseDisplay } from "./choose-display.ts";
import { configureScalar } from "./configure-scalar.ts";

/** Whose type is meant: an enum without a name is called after its field. */
export interface FieldPlace {
  readonly entity: string;
  readonly name: string;
}

/** The type of a field, references resolved to the key they lead to. */
export const configureType = (field: FieldFile, place: FieldPlace, module: ModuleDefinition): FieldType => {
  switch (field.type) {
    case "list":
      return { kind: "list", of: configureScalar(field.of, place, module.enums) };
    case "computed":
      return {
        kind: "computed",
        expression: field.sql,
        of: configureScalar(field.of, place, module.enums),
        ...(field.virtual === true ? { virtual: true } : {}),
      };
    case "identity":
      return {
        kind: "identity",
        of: field.of ?? "bigint",
        always: field.always ?? true,
        ...present({ sequence: field.sequence }),
      };
    case "user":
      return {
        kind: "user",
        onDelete: field.on_delete ?? (field.required ? "restrict" : "set_null"),
        ...present({ constraint: field.constraint }),
      };
    case "reference": {
      const target = findEntity(module, field.to);
      const [key = "id"] = keyOf(target);
      return {
        kind: "reference",
        entity: field.to,
        field: key,
        type: keyType(target, module),
        onDelete: field.on_delete ?? "restrict",
        onUpdate: field.on_update ?? "no_action",
        deferrable: field.deferrable ?? false,
        display: chooseDisplay(target),
        ...present({ constraint: field.constraint }),
      };
    }
    default:
      return configureScalar(field as ScalarFile, place, module.enums);
  }
};

const present = <Name extends string>(names: Readonly<Record<Name, string | undefined>>) =>
  Object.fromEntries(Object.entries(names).filter(([, value]) => value !== undefined)) as Partial<Record<Name, string>>;

/** How the database has a field, where the model says; a reference is stored like the key that it leads to. */
export const storageOf = (field: FieldFile, module: ModuleDefinition): { readonly storedAs?: string } => {
  if (field.type === "reference") {
    const target = findEntity(module, field.to);
    const key = target.fields[keyOf(target)[0] ?? "id"];
    return key === undefined ? {} : storageOf(key, module);
  }
  return "stored_as" in field && field.stored_as !== undefined ? { storedAs: field.stored_as } : {};
};

/** The plain type of an entity's key; a key that is itself a reference has the type of the key that it leads to. */
const keyType = (entity: EntityFile, module: ModuleDefinition): ScalarType => {
  const [key = "id"] = keyOf(entity);
  const field = entity.fields[key];
  if (field === undefined || field.type === "user") return { kind: "uuid" };
  if (field.type === "reference") return keyType(findEntity(module, field.to), module);
  if (field.type === "identity") return { kind: field.of ?? "bigint" };
  const type = configureType(field, { entity: entity.entity, name: key }, module);
  return type.kind === "computed" ? type.of : (type as ScalarType);
};

const findEntity = ({ entities }: ModuleDefinition, name: string): EntityFile => {
  const found = entities.find(({ entity }) => entity.entity === name);
  if (found === undefined) throw new Error(`Stage 1 lets no reference to an unknown entity pass: ${name}`);
  return found.entity;
};
