import { columnId } from "../schema/identify.ts";
import type { ObjectId } from "../schema/object-id.ts";
import type { Column, IdentityOptions } from "../schema/objects.ts";
import { longestNameInBytes } from "../sql/identifier.ts";
import { addressOf, type CatalogContext, catalogFamily, type FoundObject } from "./catalog-family.ts";

interface ColumnRow {
  readonly relation: string;
  readonly schema: string;
  readonly table: string;
  readonly name: string;
  readonly ordinal: number;
  readonly type: string;
  readonly type_oid: string;
  readonly nullable: boolean;
  readonly identity: "" | "a" | "d";
  /** `s` stored, `v` virtual (from PostgreSQL 18). */
  readonly generated: "" | "s" | "v";
  /** Of the sequence behind an identity. */
  readonly identity_options: IdentityOptions | null;
  readonly collation: string | null;
  readonly default_oid: string | null;
  readonly expression: string | null;
}

// From PostgreSQL 18 a not-null constraint can be NOT VALID: attnotnull is set, and the column may hold nulls.
const nullable = (major: number): string =>
  major < 18
    ? "NOT a.attnotnull"
    : `NOT a.attnotnull OR (a.attrelid, a.attnum) IN (
        SELECT k.conrelid, k.conkey[1] FROM pg_constraint k WHERE k.contype = 'n' AND NOT k.convalidated)`;

/** Columns that a table declares itself, and with them their defaults and generation expressions, which share a catalog. */
export const columns = catalogFamily<ColumnRow>(
  ({ major }) => `
    SELECT a.attrelid AS relation, r.schema, r.name AS table, a.attname AS name, a.attnum AS ordinal,
           format_type(a.atttypid, a.atttypmod) AS type, a.atttypid AS type_oid, ${nullable(major)} AS nullable,
           a.attidentity AS identity, a.attgenerated AS generated, q.options AS identity_options,
           CASE WHEN a.attcollation <> t.typcollation THEN a.attcollation::regcollation::text END AS collation,
           d.oid AS default_oid,
           -- A default names no column, and without a table to look names up in this is five times as fast.
           pg_get_expr(d.adbin, CASE a.attgenerated WHEN '' THEN 0 ELSE d.adrelid END) AS expression
    FROM tables r
    JOIN pg_attribute a ON a.attrelid = r.oid AND a.attnum > 0 AND NOT a.attisdropped AND a.attislocal
    JOIN pg_type t ON t.oid = a.atttypid
    LEFT JOIN (
      SELECT d.refobjid, d.refobjsubid,
             json_build_object('name', c.relname, 'start', s.seqstart::text, 'increment', s.seqincrement::text,
                               'minimum', s.seqmin::text, 'maximum', s.seqmax::text, 'cache', s.seqcache::text,
                               'cycle', s.seqcycle) AS options
      FROM pg_sequence s JOIN pg_class c ON c.oid = s.seqrelid
      JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = s.seqrelid AND d.deptype = 'i'
    ) q ON a.attidentity <> '' AND q.refobjid = a.attrelid AND q.refobjsubid = a.attnum
    LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum AND a.atthasdef`,
  (row, context) => [
    { address: addressOf("pg_class", row.relation, row.ordinal), object: toColumn(row, context) },
    ...toDefault(row, context),
  ],
);

const toColumn = (row: ColumnRow, context: CatalogContext): Column => ({
  kind: "column",
  schema: row.schema,
  table: row.table,
  name: row.name,
  ordinal: row.ordinal,
  type: row.type,
  typeObject: context.typeSource(row.type_oid),
  nullable: row.nullable,
  identity: row.identity === "" ? null : row.identity === "a" ? "always" : "by_default",
  ...identityOptions(row),
  generated: row.generated === "" ? null : row.expression,
  ...(row.generated === "v" ? { virtual: true } : {}),
  collation: row.collation,
  dependsOn: row.generated === "" || row.default_oid === null ? [] : generatedFrom(row.default_oid, row, context),
});

const bounds: Readonly<Record<string, string>> = { smallint: "32767", integer: "2147483647" };

/** What PostgreSQL did not choose by itself. It shortens a name that is too long, so that one is taken for its own. */
function identityOptions({ table, name, type, identity_options: options }: ColumnRow): {
  readonly identityOptions?: IdentityOptions;
} {
  if (options === null) return {};
  const usual = `${table}_${name}_seq`;
  const isUsual =
    (options.name === usual || Buffer.byteLength(usual) > longestNameInBytes) &&
    [options.start, options.increment, options.minimum, options.cache].every((number) => number === "1") &&
    options.maximum === (bounds[type] ?? "9223372036854775807") &&
    !options.cycle;
  return isUsual ? {} : { identityOptions: options };
}

/** Its own column is what an expression is for, not what it uses. */
const generatedFrom = (oid: string, { schema, table, name }: ColumnRow, context: CatalogContext): readonly ObjectId[] =>
  context.dependsOn(addressOf("pg_attrdef", oid)).filter((id) => id !== columnId(schema, table, name));

function toDefault(row: ColumnRow, context: CatalogContext): readonly FoundObject[] {
  if (row.default_oid === null || row.expression === null || row.generated !== "") return [];
  const address = addressOf("pg_attrdef", row.default_oid);
  const { schema, table, name: column, expression } = row;
  const dependsOn = context.dependsOn(address);
  return [{ address, object: { kind: "default", schema, table, column, expression, dependsOn } }];
}
