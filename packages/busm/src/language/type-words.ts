/** The words that `type:` understands, in the families that take the same options. */
export const textWords = ["string", "text", "email", "url", "phone", "slug", "color", "markdown"] as const;
export const wholeNumberWords = ["smallint", "integer", "bigint"] as const;
export const decimalWords = ["decimal", "money", "percent"] as const;
export const plainWords = [
  "boolean",
  "date",
  "time",
  "datetime",
  "duration",
  "uuid",
  "json",
  "bytes",
  "ip",
  "search",
  // These need an extension of PostgreSQL.
  "citext",
  "geo",
  "hstore",
  "ltree",
] as const;
export const rangeWords = ["date", "integer", "datetime"] as const;

/** Every word; those below the first four families need options of their own, so they have no one-word form. */
export const shortWords = [...textWords, ...wholeNumberWords, "float", ...decimalWords, ...plainWords, "user"] as const;
export const typeWords = [
  ...shortWords,
  "identity",
  "enum",
  "reference",
  "list",
  "range",
  "vector",
  "computed",
  "postgres",
] as const;

/** What people write who come from SQL or TypeScript, and our word for it. */
export const typeSynonyms: Readonly<Record<string, string>> = {
  varchar: "string",
  char: "string",
  str: "string",
  int: "integer",
  int2: "smallint",
  int4: "integer",
  int8: "bigint",
  long: "bigint",
  serial: "identity",
  autoincrement: "identity",
  number: "integer` or `decimal",
  numeric: "decimal",
  currency: "money",
  double: "float",
  real: "float",
  bool: "boolean",
  timestamp: "datetime",
  timestamptz: "datetime",
  interval: "duration",
  guid: "uuid",
  jsonb: "json",
  object: "json",
  array: "list",
  bytea: "bytes",
  blob: "bytes",
  inet: "ip",
  tsvector: "search",
  belongs_to: "reference",
  ref: "reference",
  relation: "reference",
  generated: "computed",
  select: "enum",
  point: "geo",
  pg: "postgres",
};

/** The same for keys. */
export const keySynonyms: Readonly<Record<string, string>> = {
  nullable: "required",
  optional: "required",
  null: "required",
  not_null: "required",
  maxLength: "max",
  max_length: "max",
  length: "max",
  minLength: "min",
  min_length: "min",
  references: "to",
  target: "to",
  options: "values",
  choices: "values",
  using: "cast",
  expression: "sql",
  columns: "fields",
  attributes: "fields",
  properties: "fields",
  primary_key: "key",
  name: "entity",
  title: "label",
  comment: "description",
  permissions: "access",
  rls: "access",
  policies: "access",
  constraints: "checks",
  uniques: "unique",
  index: "indexes",
  traits: "mixins",
  previously: "renamed_from",
  modules: "sub_modules",
};
