import { Document, isMap, isNode, isScalar, isSeq } from "yaml";
import type { EntityFile } from "../language/entity-file.ts";
import type { FieldFile, ScalarFile } from "../language/field-file.ts";
import type { EnumsFile, ModuleFile } from "../language/module-file.ts";

/**
 * The text of an entity file, each field on a line of its own and in its short form where it has one. Reading it gives the
 * entity again.
 */
export const printEntityFile = ({ fields, key, indexes, unique, ...rest }: EntityFile): string => {
  const { checks, access, ...head } = rest;
  return printFile({
    ...head,
    ...(key === undefined ? {} : { key: key.length === 1 ? key[0] : key }),
    fields: Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, shortenField(field)])),
    unique: unique?.map((entry) => (Object.keys(entry).length === 1 ? entry.fields : entry)),
    indexes: indexes?.map((entry) => {
      const on = entry.on.map((part) => ("field" in part && !part.descending ? part.field : part));
      return Object.keys(entry).length === 1 ? on : { ...entry, on };
    }),
    checks: mapValues(checks, ({ sql, message }) => (message === undefined ? sql : { sql, message })),
    access,
  });
};

/** The text of `enums.yaml`. */
export const printEnumsFile = (enums: EnumsFile): string =>
  printFile(
    mapValues(enums, ({ values, ...rest }) => {
      const listed = shortenValues(values);
      return Object.keys(rest).length === 0 ? listed : { values: listed, ...rest };
    }) ?? {},
  );

/** The text of `module.yaml`. */
export const printModuleFile = (module: ModuleFile): string => printFile(module);

const mapValues = <From, To>(
  values: Readonly<Record<string, From>> | undefined,
  map: (value: From) => To,
): Record<string, To> | undefined =>
  values && Object.fromEntries(Object.entries(values).map(([name, value]) => [name, map(value)]));

function shortenField(field: FieldFile): unknown {
  const short = shortFormOf(field);
  if (short !== undefined) return short;
  if (field.type === "list" || field.type === "computed") return { ...field, of: shortenScalar(field.of) };
  return shortenEnum(field);
}

/** `string(100)`; undefined where there is more to say than a short form can. */
function shortFormOf(field: FieldFile): string | undefined {
  const { length } = Object.keys(field);
  if (length === 1) return field.type;
  if (field.type === "reference" && length === 2) return `-> ${field.to}`;
  if (field.type === "list" && length === 2 && isShort(field.of)) return `list<${field.of.type}>`;
  if ((field.type === "string" || field.type === "text") && length === 2 && field.max !== undefined)
    return `${field.type}(${field.max})`;
  if (field.type === "decimal" && length === 3 && field.precision !== undefined && field.scale !== undefined)
    return `${field.type}(${field.precision}, ${field.scale})`;
  return undefined;
}

const isShort = (scalar: ScalarFile): boolean => Object.keys(scalar).length === 1;

const shortenScalar = (scalar: ScalarFile): unknown => (isShort(scalar) ? scalar.type : shortenEnum(scalar));

const shortenEnum = (field: FieldFile | ScalarFile): unknown =>
  field.type === "enum" && field.values !== undefined ? { ...field, values: shortenValues(field.values) } : field;

const shortenValues = (values: EnumsFile[string]["values"]): readonly unknown[] =>
  values.map((entry) => (Object.keys(entry).length === 1 ? entry.value : entry));

/** Two levels of blocks; what is further in is written on one line. */
function printFile(content: object): string {
  const document = new Document(content);
  const { contents } = document;
  if (isMap(contents))
    for (const { value: section } of contents.items)
      if (isMap(section)) for (const { value } of section.items) flow(value);
      else if (isSeq(section) && section.items.every(isScalar)) flow(section);
      else if (isSeq(section)) for (const value of section.items) flow(value);
  return document.toString({ lineWidth: 0, flowCollectionPadding: true });
}

function flow(value: unknown): void {
  if (isNode(value) && (isMap(value) || isSeq(value))) value.flow = true;
}
