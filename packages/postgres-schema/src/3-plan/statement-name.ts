import { idOf } from "../schema/identify.ts";
import { kindOf } from "../schema/object-id.ts";
import type { Aggregate, Operator, Routine, SchemaObject } from "../schema/objects.ts";
import { ident, qualified, role } from "../sql/identifier.ts";
import { joinSql, type Sql, sql, trusted } from "../sql/sql.ts";
import { typeName } from "../sql/type-name.ts";

/** An object as COMMENT, ALTER … OWNER TO and DROP name it, with the word for its kind. */
export function statementName(object: SchemaObject | undefined): Sql {
  if (object === undefined) throw new Error("an object that is not in the schema has no name");
  const named = (names as Readonly<Record<string, ((object: SchemaObject) => Sql) | undefined>>)[object.kind];
  if (named === undefined) throw new Error(`${idOf(object)} has no name of its own`);
  return named(object);
}

interface InSchema {
  readonly schema: string;
  readonly name: string;
}
interface OnTable extends InSchema {
  readonly table: string;
}
interface OfMethod extends InSchema {
  readonly method: string;
}

const inSchema =
  (word: Sql) =>
  ({ schema, name }: InSchema): Sql =>
    sql`${word} ${qualified(schema, name)}`;
const alone =
  (word: Sql) =>
  ({ name }: { readonly name: string }): Sql =>
    sql`${word} ${ident(name)}`;
const onTable =
  (word: Sql) =>
  ({ schema, table, name }: OnTable): Sql =>
    sql`${word} ${ident(name)} ON ${qualified(schema, table)}`;
const ofMethod =
  (word: Sql) =>
  ({ schema, name, method }: OfMethod): Sql =>
    sql`${word} ${qualified(schema, name)} USING ${ident(method)}`;
const column = ({ schema, table, name }: OnTable): Sql => sql`COLUMN ${qualified(schema, table)}.${ident(name)}`;

/** A function or a procedure, as GRANT names it too. */
export const routineName = (routine: Routine): Sql =>
  sql`${routine.procedure ? sql`PROCEDURE` : sql`FUNCTION`} ${qualified(routine.schema, routine.name)}(${joinSql(routine.arguments.map(typeName), ", ")})`;

export const aggregateName = (aggregate: Aggregate): Sql =>
  sql`AGGREGATE ${qualified(aggregate.schema, aggregate.name)}(${trusted(aggregate.signature)})`;

/** An aggregate as GRANT names it: as a function. */
export const aggregateAsFunction = (aggregate: Aggregate): Sql =>
  sql`FUNCTION ${qualified(aggregate.schema, aggregate.name)}(${joinSql(aggregate.arguments.map(typeName), ", ")})`;

/** An operator's name is made of signs, so it is never quoted. */
const operatorName = ({ schema, name, arguments: [left, right] }: Operator): Sql => {
  if (!/^[-+*/<>=~!@#%^&|`?]+$/.test(name)) throw new Error(`${JSON.stringify(name)} is not the name of an operator`);
  return sql`OPERATOR ${ident(schema)}.${trusted(name)} (${left === "NONE" ? sql`NONE` : typeName(left)}, ${typeName(right)})`;
};

const names = {
  schema: alone(sql`SCHEMA`),
  extension: alone(sql`EXTENSION`),
  event_trigger: alone(sql`EVENT TRIGGER`),
  publication: alone(sql`PUBLICATION`),
  access_method: alone(sql`ACCESS METHOD`),
  foreign_data_wrapper: alone(sql`FOREIGN DATA WRAPPER`),
  foreign_server: alone(sql`SERVER`),
  user_mapping: ({ server, user }) => sql`USER MAPPING FOR ${role(user)} SERVER ${ident(server)}`,
  enum: inSchema(sql`TYPE`),
  composite: inSchema(sql`TYPE`),
  range: inSchema(sql`TYPE`),
  domain: inSchema(sql`DOMAIN`),
  domain_check: ({ schema, domain, name }) => sql`CONSTRAINT ${ident(name)} ON DOMAIN ${qualified(schema, domain)}`,
  sequence: inSchema(sql`SEQUENCE`),
  table: (table) =>
    sql`${table.foreignServer === undefined ? sql`TABLE` : sql`FOREIGN TABLE`} ${qualified(table.schema, table.name)}`,
  view: inSchema(sql`VIEW`),
  materialized_view: inSchema(sql`MATERIALIZED VIEW`),
  statistics: inSchema(sql`STATISTICS`),
  index: inSchema(sql`INDEX`),
  collation: inSchema(sql`COLLATION`),
  conversion: inSchema(sql`CONVERSION`),
  text_search_parser: inSchema(sql`TEXT SEARCH PARSER`),
  text_search_template: inSchema(sql`TEXT SEARCH TEMPLATE`),
  text_search_configuration: inSchema(sql`TEXT SEARCH CONFIGURATION`),
  text_search_dictionary: inSchema(sql`TEXT SEARCH DICTIONARY`),
  function: routineName,
  aggregate: aggregateName,
  operator: operatorName,
  operator_class: ofMethod(sql`OPERATOR CLASS`),
  operator_family: ofMethod(sql`OPERATOR FAMILY`),
  cast: ({ source, target }) => sql`CAST (${typeName(source)} AS ${typeName(target)})`,
  column,
  inherited_column: column,
  rule: onTable(sql`RULE`),
  trigger: onTable(sql`TRIGGER`),
  policy: onTable(sql`POLICY`),
  not_null: onTable(sql`CONSTRAINT`),
  primary_key: onTable(sql`CONSTRAINT`),
  unique: onTable(sql`CONSTRAINT`),
  check: onTable(sql`CONSTRAINT`),
  foreign_key: onTable(sql`CONSTRAINT`),
  exclusion: onTable(sql`CONSTRAINT`),
  partition_part: (part) => (kindOf(part.of) === "foreign_key" ? onTable(sql`CONSTRAINT`) : inSchema(sql`INDEX`))(part),
} satisfies { readonly [Kind in SchemaObject["kind"]]?: (object: Extract<SchemaObject, { kind: Kind }>) => Sql };
