/** How values of a PostgreSQL type look in TypeScript: through `pg` with our type parsers, and as JSON through the API. */
export interface ValueType {
  /** What a select gives. */
  readonly select: string;
  /** What insert and update take. */
  readonly insert: string;
  /** What the API gives and takes. */
  readonly json: string;
  /** The Zod schema of a selected value. */
  readonly zod: string;
  /** The Zod schema of a value to insert. */
  readonly zodInsert: string;
}

const same = (type: string, zod: string): ValueType => ({
  select: type,
  insert: type,
  json: type,
  zod,
  zodInsert: zod,
});
const text = same("string", "z.string()");
const number = same("number", "z.number()");
const integer = same("number", "z.int()");
const moment: ValueType = {
  select: "Date",
  insert: "Date | string",
  json: "string",
  zod: "z.date()",
  zodInsert: "z.union([z.date(), z.string()])",
};
/** JSON for a column of its own: `pg` would send a list as a PostgreSQL array, so a list goes in as text. */
const json: ValueType = {
  select: "JsonValue",
  insert: "JsonInput",
  json: "Json",
  zod: "z.json()",
  zodInsert: "z.union([z.string(), z.record(z.string(), z.json())])",
};

/** By PostgreSQL's name without its limits. What is not here is text: `pg` gives every type that it does not know as text. */
const valueTypes: ReadonlyMap<string, ValueType> = new Map<string, ValueType>([
  ["boolean", same("boolean", "z.boolean()")],
  ["smallint", integer],
  ["integer", integer],
  ["oid", integer],
  ["real", number],
  ["double precision", number],
  // Both may be larger or finer than a JavaScript number holds.
  [
    "bigint",
    {
      select: "string",
      insert: "string | number | bigint",
      json: "number",
      zod: "z.string()",
      zodInsert: "z.union([z.string(), z.number(), z.bigint()])",
    },
  ],
  [
    "numeric",
    {
      select: "string",
      insert: "string | number",
      json: "number",
      zod: "z.string()",
      zodInsert: "z.union([z.string(), z.number()])",
    },
  ],
  ["uuid", same("string", "z.guid()")],
  ["timestamp with time zone", moment],
  ["timestamp without time zone", moment],
  ["json", json],
  ["jsonb", json],
  [
    "bytea",
    {
      select: "Uint8Array",
      insert: "Uint8Array",
      json: "string",
      zod: "z.instanceof(Uint8Array)",
      zodInsert: "z.instanceof(Uint8Array)",
    },
  ],
]);

/** Types whose arrays `pg`, with our parsers, gives as lists. The arrays of all others come as text: `{a,b}`. */
const listedElements: ReadonlySet<string> = new Set([
  ...valueTypes.keys(),
  "text",
  "character varying",
  "character",
  "date",
  "time without time zone",
  "interval",
  "inet",
  "cidr",
  "macaddr",
]);

/** The type of a value that is not null. `enumValues` are those of the type or of a check. */
export function valueTypeOf(postgresType: string, enumValues: readonly string[] | undefined): ValueType {
  if (postgresType.endsWith("[]")) return listOf(postgresType.slice(0, -2), enumValues);
  if (enumValues !== undefined) return oneOf(enumValues);
  const [name, limit] = splitLimit(postgresType);
  if (name === "character varying" && limit !== null) return same("string", `z.string().max(${limit})`);
  return valueTypes.get(name) ?? text;
}

/** `character varying(100)` -> name and limit. */
function splitLimit(postgresType: string): readonly [string, string | null] {
  const [, before = postgresType, limit = null, after = ""] =
    /^([^(]+)\((\d+(?:,-?\d+)?)\)(.*)$/.exec(postgresType) ?? [];
  return [before + after, limit];
}

function oneOf(values: readonly string[]): ValueType {
  const list = values.map((value) => JSON.stringify(value));
  const type = list.length === 0 ? "never" : list.join(" | ");
  return same(type, list.length === 0 ? "z.never()" : `z.enum([${list.join(", ")}])`);
}

function listOf(elementType: string, enumValues: readonly string[] | undefined): ValueType {
  const element = valueTypeOf(elementType, enumValues);
  const list = (type: string): string => (/^[\w.]+$/.test(type) ? `${type}[]` : `(${type})[]`);
  const zodInsert = `z.array(${element.zodInsert})`;
  const [name] = splitLimit(elementType);
  const insert = `readonly ${list(element.insert)}`;
  return listedElements.has(name)
    ? { select: list(element.select), insert, json: list(element.json), zod: `z.array(${element.zod})`, zodInsert }
    : { select: "string", insert, json: list(element.json), zod: "z.string()", zodInsert };
}
