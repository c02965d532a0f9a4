import type { EnumValue, ModuleDefinition, ScalarType } from "@build-it/artifacts";
import type { ScalarFile } from "@build-it/busm";
import { deriveLabel, toSnakeCase } from "@build-it/busm";
import type { FieldPlace } from "./configure-type.ts";

type Enums = ModuleDefinition["enums"];

/** The type of one value. */
export const configureScalar = (file: ScalarFile, place: FieldPlace, enums: Enums): ScalarType => {
  switch (file.type) {
    case "string":
    case "text":
    case "email":
    case "url":
    case "phone":
    case "slug":
    case "color":
    case "markdown": {
      const format = file.type === "string" || file.type === "text" ? "plain" : file.type;
      return { kind: "text", format, minLength: file.min, maxLength: file.max, pattern: file.pattern };
    }
    case "smallint":
    case "integer":
    case "bigint":
    case "float":
      return { kind: file.type, min: file.min, max: file.max };
    case "decimal":
    case "money":
    case "percent": {
      const { precision, scale } = decimalSizes[file.type];
      const sizes = {
        precision: file.precision ?? precision,
        scale: file.scale ?? Math.min(scale, file.precision ?? precision),
      };
      return { kind: "decimal", ...sizes, min: file.min, max: file.max };
    }
    case "enum":
      return configureEnum(file, place, enums);
    case "range":
      return { kind: "range", of: file.of };
    case "vector":
      return { kind: "postgres", typeName: inExtensions(`vector(${file.dimensions})`) };
    case "postgres":
      return { kind: "postgres", typeName: file.extension === undefined ? file.name : inExtensions(file.name) };
    case "geo":
      return { kind: "postgres", typeName: inExtensions("geography(Point,4326)") };
    case "citext":
    case "hstore":
    case "ltree":
      return { kind: "postgres", typeName: inExtensions(file.type) };
    default:
      return { kind: file.type };
  }
};

/** Extensions live in a schema of their own, as Supabase has it; no search_path leads there. */
const inExtensions = (type: string): string => (type.includes(".") ? type : `extensions.${type}`);

const decimalSizes = {
  decimal: { precision: 18, scale: 2 },
  money: { precision: 19, scale: 4 },
  percent: { precision: 7, scale: 4 },
} as const;

const formerNames = ({ name, type }: NonNullable<Enums[string]["renamed_from"]>) => ({
  name,
  typeName: type ?? toSnakeCase(name),
});

const configureEnum = (
  file: Extract<ScalarFile, { readonly type: "enum" }>,
  { entity, name }: FieldPlace,
  enums: Enums,
): ScalarType => {
  const enumName = file.enum ?? `${entity}${name.charAt(0).toUpperCase()}${name.slice(1)}`;
  const shared = file.enum === undefined ? undefined : enums[file.enum];
  return {
    kind: "enum",
    name: enumName,
    storage: shared?.storage ?? file.storage ?? "check",
    typeName: shared?.type ?? toSnakeCase(enumName),
    ...(shared?.renamed_from === undefined ? {} : { renamedFrom: formerNames(shared.renamed_from) }),
    values: (shared?.values ?? file.values ?? []).map(
      (value): EnumValue => ({ ...value, label: value.label ?? deriveLabel(value.value) }),
    ),
  };
};
