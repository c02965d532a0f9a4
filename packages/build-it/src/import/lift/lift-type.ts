import type { ScalarFile } from "@build-it/busm";
import { type DatabaseSchema, isTypeName, type ObjectId, splitType } from "@build-it/postgres-schema";

/** What a column holds, in words of the model: one value or several. */
export interface LiftedType {
  readonly value: ScalarFile;
  readonly isList: boolean;
  /** PostgreSQL's type, where it is not the one that goes with the word. */
  readonly storedAs?: string;
  /** The enum that it is of, which the model then says. */
  readonly says?: ObjectId;
}

export interface TypeSurroundings {
  readonly objects: DatabaseSchema["objects"];
  /** Native enums that enums.yaml has, by id. */
  readonly enums: ReadonlyMap<ObjectId, string>;
  /** The schema of the table: a native enum lives next to it. */
  readonly schema: string;
}

/** The model's word for a type as `format_type` prints it; undefined where it cannot be said. */
export function liftType(
  { type, typeObject }: { readonly type: string; readonly typeObject: ObjectId | null },
  surroundings: TypeSurroundings,
): LiftedType | undefined {
  if (!isTypeName(type)) return undefined;
  const isList = type.endsWith("[]") && listed.has(splitType(type.slice(0, -2)).base);
  const element = liftElement(isList ? type.slice(0, -2) : type, typeObject, surroundings);
  if (element === undefined) return undefined;
  const { value, usual, says } = element;
  return {
    value,
    isList,
    ...(usual ? {} : { storedAs: type }),
    ...(says === undefined ? {} : { says }),
  };
}

interface LiftedElement {
  readonly value: ScalarFile;
  /** Whether the word alone gives the type. */
  readonly usual: boolean;
  readonly says?: ObjectId;
}

const usual = (value: ScalarFile): LiftedElement => ({ value, usual: true });
const unusual = (value: ScalarFile): LiftedElement => ({ value, usual: false });

const plainTypes: Readonly<Record<string, ScalarFile>> = {
  text: { type: "text" },
  smallint: { type: "smallint" },
  integer: { type: "integer" },
  bigint: { type: "bigint" },
  "double precision": { type: "float" },
  boolean: { type: "boolean" },
  date: { type: "date" },
  "time without time zone": { type: "time" },
  "timestamp with time zone": { type: "datetime" },
  interval: { type: "duration" },
  uuid: { type: "uuid" },
  jsonb: { type: "json" },
  bytea: { type: "bytes" },
  inet: { type: "ip" },
  tsvector: { type: "search" },
  daterange: { type: "range", of: "date" },
  int4range: { type: "range", of: "integer" },
  tstzrange: { type: "range", of: "datetime" },
};

/** Types whose arrays come as lists. The others come as text, `{a,b}`, and are said by their name. */
const listed: ReadonlySet<string> = new Set([
  ...["text", "character varying", "character", "boolean", "smallint", "integer", "bigint", "real", "double precision"],
  ...["numeric", "uuid", "json", "jsonb", "bytea", "date", "interval", "inet", "time without time zone"],
  ...["timestamp with time zone", "timestamp without time zone"],
]);

/** By the type without its modifiers: the word for what it holds. */
const kindredTypes: Readonly<Record<string, ScalarFile>> = {
  "character varying": { type: "string" },
  character: { type: "string" },
  numeric: { type: "decimal" },
  real: { type: "float" },
  json: { type: "json" },
  "time without time zone": { type: "time" },
  "time with time zone": { type: "time" },
  "timestamp without time zone": { type: "datetime" },
  "timestamp with time zone": { type: "datetime" },
};

function liftElement(
  type: string,
  typeObject: ObjectId | null,
  surroundings: TypeSurroundings,
): LiftedElement | undefined {
  const plain = plainTypes[type];
  if (plain !== undefined) return usual(plain);
  const { base, modifiers } = splitType(type);
  const [first, second] = modifiers;
  if (base === "character varying" && first !== undefined) return usual({ type: "string", max: first });
  if (base === "numeric" && first !== undefined && second !== undefined && second >= 0 && second <= first)
    return usual({ type: "decimal", precision: first, scale: second });
  if (/^interval\b/.test(type)) return unusual({ type: "duration" });
  if (/^(.*\.)?citext$/.test(type)) return unusual({ type: "string" });
  const kindred = kindredTypes[base];
  if (kindred !== undefined) return unusual(kindred);
  const named = type.endsWith("[]") ? undefined : liftNamedType(typeObject, surroundings);
  return named ?? usual({ type: "postgres", name: type });
}

/** An enum's values, or what a domain stands on: the model knows what the column holds, whatever it is called. */
function liftNamedType(typeObject: ObjectId | null, surroundings: TypeSurroundings): LiftedElement | undefined {
  const object = typeObject === null ? undefined : surroundings.objects.get(typeObject);
  if (typeObject === null || object === undefined) return undefined;
  if (object.kind === "domain") {
    const element = object.type.endsWith("[]")
      ? undefined
      : liftElement(object.type, object.typeObject, { ...surroundings, enums: new Map() });
    // A length or a size belongs to the domain: it is not said again.
    return element && element.value.type !== "postgres" ? unusual(withoutSize(element.value)) : undefined;
  }
  if (object.kind !== "enum") return undefined;
  const name = surroundings.enums.get(typeObject);
  if (name !== undefined && object.schema === surroundings.schema)
    return { ...usual({ type: "enum", enum: name }), says: typeObject };
  return object.values.length === 0
    ? undefined
    : unusual({ type: "enum", values: object.values.map((value) => ({ value })), storage: "native" });
}

const withoutSize = (value: ScalarFile): ScalarFile => {
  if (value.type === "string") return { type: "string" };
  return value.type === "decimal" ? { type: "decimal" } : value;
};
