import { attachedId, type ObjectId, objectId } from "./object-id.ts";
import type { ObjectKind, ObjectOf, SchemaObject } from "./objects.ts";

/**
 * Which attributes of a kind make up its identity. All others can change while the object stays the same one.
 */
export const identityAttributes = {
  schema: ["name"],
  extension: ["name"],
  enum: ["schema", "name"],
  domain: ["schema", "name"],
  domain_check: ["schema", "domain", "name"],
  composite: ["schema", "name"],
  sequence: ["schema", "name"],
  table: ["schema", "name"],
  column: ["schema", "table", "name"],
  inherited_column: ["schema", "table", "name"],
  not_null: ["schema", "table", "column"],
  default: ["schema", "table", "column"],
  primary_key: ["schema", "table", "name"],
  unique: ["schema", "table", "name"],
  check: ["schema", "table", "name"],
  foreign_key: ["schema", "table", "name"],
  exclusion: ["schema", "table", "name"],
  index: ["schema", "name"],
  partition_part: ["schema", "table", "of"],
  statistics: ["schema", "name"],
  view: ["schema", "name"],
  materialized_view: ["schema", "name"],
  rule: ["schema", "table", "name"],
  function: ["schema", "name", "arguments"],
  aggregate: ["schema", "name", "arguments"],
  trigger: ["schema", "table", "name"],
  policy: ["schema", "table", "name"],
  privilege: ["on", "grantee", "grantedBy"],
  comment: ["on", "part"],
  setting: ["on", "attribute"],
  owner: ["on"],
  event_trigger: ["name"],
  publication: ["name"],
  default_privilege: ["role", "schema", "objects", "grantee"],
  range: ["schema", "name"],
  collation: ["schema", "name"],
  conversion: ["schema", "name"],
  text_search_parser: ["schema", "name"],
  text_search_template: ["schema", "name"],
  text_search_configuration: ["schema", "name"],
  text_search_dictionary: ["schema", "name"],
  operator: ["schema", "name", "arguments"],
  operator_class: ["schema", "name", "method"],
  operator_family: ["schema", "name", "method"],
  cast: ["source", "target"],
  access_method: ["name"],
  foreign_data_wrapper: ["name"],
  foreign_server: ["name"],
  user_mapping: ["server", "user"],
} as const satisfies { readonly [Kind in ObjectKind]: readonly (keyof ObjectOf<Kind>)[] };

export type IdentityAttribute<Kind extends ObjectKind> = (typeof identityAttributes)[Kind][number];

/** The id of an object. */
export function idOf(object: SchemaObject): ObjectId {
  switch (object.kind) {
    case "privilege":
      return privilegeId(object.on, object.grantee, object.grantedBy);
    case "comment":
      return attachedId("comment", object.on, ...(object.part === undefined ? [] : [object.part]));
    case "owner":
      return attachedId("owner", object.on);
    case "cast":
      return objectId("cast", object.source, object.target);
    case "user_mapping":
      return objectId("user_mapping", object.server, object.user);
    case "operator_class":
    case "operator_family":
      return objectId(object.kind, object.schema, object.name, object.method);
    case "default_privilege": {
      const { role, schema, objects, grantee } = object;
      return objectId("default_privilege", ...(schema === null ? [] : [schema]), role, objects, grantee);
    }
    case "partition_part":
      return attachedId("partition_part", object.of, object.schema, object.table);
    case "setting":
      return attachedId("setting", object.on, object.attribute);
    case "domain_check":
      return objectId("domain_check", object.schema, object.domain, object.name);
    case "default":
    case "not_null":
      return objectId(object.kind, object.schema, object.table, object.column);
    case "function":
    case "aggregate":
    case "operator":
      return objectId(object.kind, object.schema, `${object.name}(${object.arguments.join(",")})`);
    case "schema":
    case "extension":
    case "event_trigger":
    case "publication":
    case "access_method":
    case "foreign_data_wrapper":
    case "foreign_server":
      return objectId(object.kind, object.name);
    case "enum":
    case "domain":
    case "composite":
    case "sequence":
    case "table":
    case "view":
    case "materialized_view":
    case "statistics":
    case "index":
    case "range":
    case "collation":
    case "conversion":
    case "text_search_parser":
    case "text_search_template":
    case "text_search_configuration":
    case "text_search_dictionary":
      return objectId(object.kind, object.schema, object.name);
    default:
      return objectId(object.kind, object.schema, object.table, object.name);
  }
}

/** The id of a PostgreSQL schema, from its raw name. */
export const schemaId = (name: string): ObjectId => objectId("schema", name);
/** The id of a table, from raw names. */
export const tableId = (schema: string, name: string): ObjectId => objectId("table", schema, name);
/** The id of a column, from raw names. */
export const columnId = (schema: string, table: string, name: string): ObjectId =>
  objectId("column", schema, table, name);
/** The id of a function or procedure, from raw names and the types of its arguments. */
export const functionId = (schema: string, name: string, argumentTypes: readonly string[]): ObjectId =>
  objectId("function", schema, `${name}(${argumentTypes.join(",")})`);
/** The id of what a role, or the owner, lets another do with an object. */
export const privilegeId = (on: ObjectId, grantee: string, grantedBy?: string): ObjectId =>
  attachedId("privilege", on, grantee, ...(grantedBy === undefined ? [] : [grantedBy]));
/** The id of a native enum, from raw names. */
export const enumId = (schema: string, name: string): ObjectId => objectId("enum", schema, name);
/** The id of a domain, from raw names. */
export const domainId = (schema: string, name: string): ObjectId => objectId("domain", schema, name);
