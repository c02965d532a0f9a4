import type { ConfiguredField, FieldType, ScalarType } from "@build-it/artifacts";
import { type Enum, isTypeName, qualified } from "@build-it/postgres-schema";

/** A column's type: its name as `format_type` prints it, and the enum it is, where it is one. */
export interface ColumnType {
  readonly type: string;
  readonly enum: Enum | null;
}

/** PostgreSQL's longest `character varying`; longer limits are checks. */
export const longestVarchar = 10_485_760;

const plain = (type: string): ColumnType => ({ type, enum: null });

const rangeTypes = { date: "daterange", integer: "int4range", datetime: "tstzrange" } as const;

const fixedTypes = {
  smallint: "smallint",
  integer: "integer",
  bigint: "bigint",
  float: "double precision",
  boolean: "boolean",
  date: "date",
  time: "time without time zone",
  datetime: "timestamp with time zone",
  duration: "interval",
  uuid: "uuid",
  json: "jsonb",
  bytes: "bytea",
  ip: "inet",
  search: "tsvector",
} as const satisfies Partial<Record<ScalarType["kind"], string>>;

function designScalarType(type: ScalarType, schema: string): ColumnType {
  switch (type.kind) {
    case "text":
      return plain(
        type.maxLength !== undefined && type.maxLength <= longestVarchar
          ? `character varying(${type.maxLength})`
          : "text",
      );
    case "decimal":
      return plain(`numeric(${type.precision},${type.scale})`);
    case "range":
      return plain(rangeTypes[type.of]);
    case "enum": {
      if (type.storage === "check") return plain("text");
      const values = type.values.map(({ value }) => value);
      return {
        type: qualified(schema, type.typeName).text,
        enum: { kind: "enum", schema, name: type.typeName, values },
      };
    }
    case "postgres":
      // What is no type's name is reported where the column is designed; text keeps the rest of the design going.
      return plain(isTypeName(type.typeName) ? type.typeName : "text");
    default:
      return plain(fixedTypes[type.kind]);
  }
}

/** PostgreSQL's type for a field's type. A native enum lives in `schema`, next to its table. */
export function designType(type: FieldType, schema: string): ColumnType {
  switch (type.kind) {
    case "list": {
      const element = designScalarType(type.of, schema);
      return { ...element, type: `${element.type}[]` };
    }
    case "reference":
      return designScalarType(type.type, schema);
    case "user":
      return plain("uuid");
    case "computed":
      return designScalarType(type.of, schema);
    case "identity":
      return plain(type.of);
    default:
      return designScalarType(type, schema);
  }
}

/** The type of a field's column: what the model says that it is stored as, else what goes with the field's type. */
export const columnTypeOf = ({ type, storedAs }: ConfiguredField, schema: string): ColumnType =>
  storedAs === undefined ? designType(type, schema) : plain(isTypeName(storedAs) ? storedAs : "text");

/** The type of a single value: a list's element, a reference's key. */
export function scalarOf(type: FieldType): ScalarType {
  switch (type.kind) {
    case "list":
    case "computed":
      return type.of;
    case "reference":
      return type.type;
    case "user":
      return { kind: "uuid" };
    case "identity":
      return { kind: type.of };
    default:
      return type;
  }
}
