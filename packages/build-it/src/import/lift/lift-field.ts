import type { FieldFile } from "@build-it/busm";
import { deriveColumn } from "@build-it/busm";
import {
  type Column,
  type Comment,
  type ForeignKey,
  idOf,
  type ObjectId,
  splitType,
  tableId,
} from "@build-it/postgres-schema";
import { isUser } from "./choose-references.ts";
import type { Doubts } from "./doubts.ts";
import type { TableParts } from "./gather-tables.ts";
import { liftDefault } from "./lift-default.ts";
import { valuesOfCheck } from "./lift-enum-check.ts";
import { type LiftedType, liftType, type TypeSurroundings } from "./lift-type.ts";
import { nameUnlessUsual } from "./name-unless-usual.ts";

/** All that a table's fields are made from. */
export interface FieldSurroundings extends TypeSurroundings {
  readonly parts: TableParts;
  readonly entityNames: ReadonlyMap<ObjectId, string>;
  readonly references: ReadonlyMap<string, ForeignKey>;
  /** What is said about tables and columns, by their ids. */
  readonly comments: ReadonlyMap<ObjectId, Comment>;
  readonly doubts: Doubts;
}

export interface LiftedField {
  readonly name: string;
  readonly field: FieldFile;
  readonly says: readonly ObjectId[];
}

/** A column as a field; undefined where its type cannot be said. */
export function liftField(name: string, column: Column, surroundings: FieldSurroundings): LiftedField | undefined {
  const said = sayType(column, surroundings);
  if (said === undefined) return undefined;
  const { parts, comments, doubts } = surroundings;
  const isKey = parts.primaryKeys[0]?.columns.includes(column.name) ?? false;
  const comment = comments.get(idOf(column));
  const typed = said.field as FieldFile;
  const own = parts.defaults.find((each) => each.column === column.name);
  const doubt = own === undefined ? 2 : (doubts.objects.get(idOf(own)) ?? 0);
  const field = {
    ...typed,
    ...(column.nullable || isKey || column.identity !== null ? {} : { required: true }),
    ...(own === undefined || doubt > 1
      ? {}
      : { default: doubt === 1 ? { sql: own.expression } : liftDefault(own.expression, typed, column.type) }),
    ...(comment === undefined ? {} : { description: comment.text }),
    ...(deriveColumn(name) === column.name ? {} : { column: column.name }),
  } as FieldFile;
  return { name, field, says: [idOf(column), ...said.says, ...(own === undefined || doubt > 1 ? [] : [idOf(own)])] };
}

interface SaidType {
  readonly field: object;
  readonly says: readonly ObjectId[];
}

function sayType(column: Column, surroundings: FieldSurroundings): SaidType | undefined {
  const reference = surroundings.references.get(column.name);
  if (reference !== undefined) return sayReference(reference, surroundings);
  const type = liftType(column, surroundings);
  if (type === undefined) return undefined;
  const says = type.says === undefined ? [] : [type.says];
  const stored = type.storedAs === undefined ? {} : { stored_as: type.storedAs };
  if (column.identity !== null) return sayIdentity(column, surroundings.parts);
  if (column.generated !== null)
    return type.isList
      ? undefined
      : {
          field: {
            type: "computed",
            of: type.value,
            sql: column.generated,
            ...(column.virtual ? { virtual: true } : {}),
            ...stored,
          },
          says,
        };
  if (type.isList) return { field: { type: "list", of: type.value, ...stored }, says };
  return sayEnumCheck(column, type, surroundings) ?? { field: { ...type.value, ...stored }, says };
}

function sayReference(foreignKey: ForeignKey, { entityNames }: FieldSurroundings): SaidType {
  const { name, table, columns, references, onDelete, onUpdate, deferrable } = foreignKey;
  const { name: constraint } = nameUnlessUsual(name, table, ...columns, "fkey");
  const named = constraint === undefined ? {} : { constraint };
  if (isUser(foreignKey)) return { field: { type: "user", on_delete: onDelete, ...named }, says: [idOf(foreignKey)] };
  return {
    field: {
      type: "reference",
      to: entityNames.get(tableId(references.schema, references.table)),
      ...(onDelete === "restrict" ? {} : { on_delete: onDelete }),
      ...(onUpdate === "no_action" ? {} : { on_update: onUpdate }),
      ...(deferrable ? { deferrable } : {}),
      ...named,
    },
    says: [idOf(foreignKey)],
  };
}

function sayIdentity({ type, identity, identityOptions, name }: Column, { table }: TableParts): SaidType {
  const sequence = identityOptions?.name;
  return {
    field: {
      type: "identity",
      ...(type === "bigint" ? {} : { of: splitType(type).base }),
      ...(identity === "always" ? {} : { always: false }),
      ...(sequence === undefined || sequence === `${table.name}_${name}_seq` ? {} : { sequence }),
    },
    says: [],
  };
}

/** A text whose check lists its values is an enum to people. */
function sayEnumCheck(
  column: Column,
  { value, storedAs }: LiftedType,
  { parts, doubts }: FieldSurroundings,
): SaidType | undefined {
  const isText = value.type === "text" || (value.type === "string" && /^character varying/.test(column.type));
  const check = parts.checks.find(({ name }) => name === `${parts.table.name}_${column.name}_check`);
  if (!isText || check === undefined || check.noInherit || !check.validated || doubts.objects.has(idOf(check)))
    return undefined;
  const values = valuesOfCheck(check, column.name);
  if (values === undefined || new Set(values).size < values.length) return undefined;
  const stored = value.type === "text" && storedAs === undefined ? {} : { stored_as: column.type };
  return { field: { type: "enum", values: values.map((each) => ({ value: each })), ...stored }, says: [idOf(check)] };
}
