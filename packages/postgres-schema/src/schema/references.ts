import { columnId, domainId, privilegeId, schemaId, tableId } from "./identify.ts";
import { columnIn, type ObjectId, objectId } from "./object-id.ts";
import type { Privilege, SchemaObject } from "./objects.ts";
import { privilegedColumn } from "./privileged-column.ts";

const columnsOf = (schema: string, table: string, columns: readonly (string | null)[]): ObjectId[] =>
  columns.flatMap((column) => (column === null ? [] : [columnId(schema, table, column)]));

const typeObjects = (typed: readonly { readonly typeObject: ObjectId | null }[]): ObjectId[] =>
  typed.flatMap(({ typeObject }) => (typeObject === null ? [] : [typeObject]));

/**
 * The objects that must be there for this one to be: its schema, its table, its columns, the function of a trigger.
 * One function for all kinds, so that an order is never derived in two ways.
 */
export function referencesOf(object: SchemaObject): readonly ObjectId[] {
  switch (object.kind) {
    case "schema":
      return [];
    case "event_trigger":
    case "publication":
    case "cast":
    case "access_method":
    case "foreign_data_wrapper":
      return object.dependsOn;
    case "foreign_server":
      return [objectId("foreign_data_wrapper", object.wrapper), ...object.dependsOn];
    case "user_mapping":
      return [objectId("foreign_server", object.server)];
    case "table":
      return [
        schemaId(object.schema),
        ...[...(object.partitionOf === undefined ? [] : [object.partitionOf]), ...(object.inherits ?? [])].map(
          (parent) => tableId(parent.schema, parent.table),
        ),
        ...(object.partitionUses ?? []),
        ...(object.foreignServer === undefined ? [] : [objectId("foreign_server", object.foreignServer)]),
      ];
    case "extension":
    case "enum":
      return [schemaId(object.schema)];
    case "sequence":
      return object.ownedBy === null ? [schemaId(object.schema)] : [schemaId(object.schema), object.ownedBy];
    case "column":
      return [
        tableId(object.schema, object.table),
        ...(object.typeObject === null ? [] : [object.typeObject]),
        ...object.dependsOn,
      ];
    case "default":
      return [columnId(object.schema, object.table, object.column), ...object.dependsOn];
    case "not_null":
      return [
        tableId(object.schema, object.table),
        columnId(object.schema, object.table, object.column),
        ...object.dependsOn,
      ];
    case "primary_key":
    case "unique":
      return [
        tableId(object.schema, object.table),
        ...columnsOf(object.schema, object.table, [...object.columns, ...(object.include ?? [])]),
      ];
    case "foreign_key":
      return [
        tableId(object.schema, object.table),
        ...columnsOf(object.schema, object.table, object.columns),
        tableId(object.references.schema, object.references.table),
        ...columnsOf(object.references.schema, object.references.table, object.references.columns),
      ];
    case "domain":
      return [schemaId(object.schema), ...typeObjects([object]), ...object.dependsOn];
    case "domain_check":
      return [domainId(object.schema, object.domain), ...object.dependsOn];
    case "composite":
      return [schemaId(object.schema), ...typeObjects(object.attributes), ...object.dependsOn];
    case "inherited_column":
    case "check":
    case "exclusion":
    case "rule":
    case "trigger":
    case "policy":
      return [tableId(object.schema, object.table), ...object.dependsOn];
    case "index":
      return [
        tableId(object.schema, object.table),
        ...columnsOf(object.schema, object.table, [...object.keys.map((key) => key.column), ...object.include]),
        ...object.dependsOn,
      ];
    case "partition_part":
      return [tableId(object.schema, object.table), object.of];
    case "view":
    case "materialized_view":
    case "statistics":
    case "function":
    case "aggregate":
    case "range":
    case "collation":
    case "conversion":
    case "text_search_parser":
    case "text_search_template":
    case "text_search_configuration":
    case "text_search_dictionary":
    case "operator":
    case "operator_class":
    case "operator_family":
      return [schemaId(object.schema), ...object.dependsOn];
    case "privilege":
      return [object.on, ...privilegedColumns(object), ...privilegesPassedOn(object)];
    case "comment":
    case "owner":
      return [object.on];
    case "default_privilege":
      return object.schema === null ? [] : [schemaId(object.schema)];
    case "setting":
      return [object.on, ...object.dependsOn];
  }
}

const privilegedColumns = ({ on, privileges }: Privilege): readonly ObjectId[] =>
  [...new Set(privileges.flatMap((privilege) => privilegedColumn(privilege) ?? []))].map((name) => columnIn(on, name));

/** The rights to pass on that its grantor has. */
const privilegesPassedOn = ({ on, grantedBy, grantedThrough = [] }: Privilege): readonly ObjectId[] =>
  grantedBy === undefined ? [] : grantedThrough.map((grantor) => privilegeId(on, grantedBy, grantor ?? undefined));

/** What an object needed before a change and needs no more: that may only go after the change. */
export function referencesLetGo(before: SchemaObject, after: SchemaObject): readonly ObjectId[] {
  const kept = new Set(referencesOf(after));
  return referencesOf(before).filter((id) => !kept.has(id));
}
