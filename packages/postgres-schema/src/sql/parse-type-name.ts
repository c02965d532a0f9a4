import { ident } from "./identifier.ts";
import { isTreeNode, namesIn } from "./parse-tree.ts";

/** The parser turns SQL's spellings into these names of `pg_catalog`; `format_type` turns them back. */
const sqlNames: ReadonlyMap<string, string> = new Map([
  ["int2", "smallint"],
  ["int4", "integer"],
  ["int8", "bigint"],
  ["float4", "real"],
  ["float8", "double precision"],
  ["bool", "boolean"],
  ["varchar", "character varying"],
  ["bpchar", "character"],
  ["timestamptz", "timestamp with time zone"],
  ["timestamp", "timestamp without time zone"],
  ["timetz", "time with time zone"],
  ["time", "time without time zone"],
  ["varbit", "bit varying"],
  ["char", '"char"'],
]);

/** A type in a parsed tree, as `format_type` prints the type of an argument: without its limits. */
export function printTypeName(node: unknown): string {
  if (!isTreeNode(node)) return "";
  const names = namesIn(node.names);
  const name = names.at(-1) ?? "";
  const schema = names.at(-2) ?? null;
  const plain =
    schema === null || schema === "pg_catalog"
      ? (sqlNames.get(name) ?? (/^[a-z0-9_]+$/.test(name) ? name : ident(name).text))
      : `${ident(schema).text}.${ident(name).text}`;
  return Array.isArray(node.arrayBounds) ? `${plain}[]` : plain;
}
