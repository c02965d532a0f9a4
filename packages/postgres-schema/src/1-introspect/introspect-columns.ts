import { columnId } from "../schema/identify.ts";
import { sequenceNameOf } from "../schema/made-up-name.ts";
import type { Column, IdentityOptions, NamedOption } from "../schema/objects.ts";
import { addressOf, type CatalogContext, catalogFamily, type FoundObject } from "./catalog-family.ts";
import { optionsIn } from "./introspect-foreign-objects.ts";

/** The columns that a table declares itself. */
interface TableColumnsRow {
  readonly relation: string;
  readonly schema: string;
  readonly table: string;
  readonly columns: readonly ColumnRow[];
}

interface ColumnRow {
  readonly name: string;
  readonly ordinal: number;
  readonly type: string;
  readonly type_oid: string;
  readonly nullable: boolean;
  /** Of its default or of what it is generated from. */
  readonly expression: { readonly oid: string; readonly text: string } | null;
  readonly rare: RareAttributes | null;
}

/** What few columns have. */
interface RareAttributes {
  readonly identity: "" | "a" | "d";
  /** `s` stored, `v` virtual (from PostgreSQL 18). */
  readonly generated: "" | "s" | "v";
  /** Of the sequence behind an identity. */
  readonly identity_options: IdentityOptions | null;
  readonly collation: string | null;
  /** Of a foreign table's column. */
  readonly options: readonly NamedOption[] | null;
  readonly not_null_name: string | null;
}

const none: RareAttributes = {
  identity: "",
  generated: "",
  identity_options: null,
  collation: null,
  options: null,
  not_null_name: null,
};

/**
 * From PostgreSQL 18 what makes a column required is a constraint, which has a name, and can be NOT VALID: attnotnull is set
 * then, and the column may hold nulls.
 */
const notNull = (major: number): { readonly nullable: string; readonly name: string; readonly join: string } =>
  major < 18
    ? { nullable: "NOT a.attnotnull", name: "NULL::text", join: "" }
    : {
        nullable: "NOT a.attnotnull OR k.convalidated IS FALSE",
        name: "k.conname",
        join: `LEFT JOIN pg_constraint k ON a.attnotnull AND k.contype = 'n' AND k.conrelid = a.attrelid AND k.conkey[1] = a.attnum
          AND (NOT k.convalidated OR k.conname <> concat(r.name, '_', a.attname, '_not_null'))`,
      };

/**
 * Columns that a table declares itself, and with them their defaults and generation expressions, which share a catalog. They
 * are the most of what is read: a row for each table, and in it nothing that most columns do without.
 */
export const columns = catalogFamily<TableColumnsRow>(
  ({ major }) => {
    const required = notNull(major);
    return `
    SELECT t.oid AS relation, t.schema, t.name AS table, c.columns
    FROM (
      SELECT c.relation, json_agg(c) AS columns
      FROM (
        SELECT a.attrelid AS relation, a.attname AS name, a.attnum AS ordinal,
               format_type(a.atttypid, a.atttypmod) AS type, a.atttypid AS type_oid, ${required.nullable} AS nullable,
               -- A default names no column, and without a table to look names up in this is five times as fast.
               CASE WHEN d.oid IS NOT NULL THEN json_build_object('oid', d.oid, 'text',
                 pg_get_expr(d.adbin, CASE a.attgenerated WHEN '' THEN 0 ELSE d.adrelid END)) END AS expression,
               CASE WHEN a.attidentity <> '' OR a.attgenerated <> '' OR a.attcollation <> t.typcollation OR a.attfdwoptions IS NOT NULL OR ${required.name} IS NOT NULL THEN
                 json_build_object('identity', a.attidentity, 'generated', a.attgenerated, 'identity_options', q.options, 'not_null_name', ${required.name},
                   'collation', CASE WHEN a.attcollation <> t.typcollation THEN a.attcollation::regcollation::text END,
                   'options', CASE WHEN a.attfdwoptions IS NOT NULL THEN ${optionsIn("a.attfdwoptions")} END) END AS rare
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
        LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum AND a.atthasdef
        ${required.join}
      ) c
      GROUP BY c.relation
    ) c JOIN tables t ON t.oid = c.relation`;
  },
  (row, context) => row.columns.flatMap((column) => toFound(row, column, context)),
);

function toFound(
  { relation, schema, table }: TableColumnsRow,
  { name, ordinal, type, type_oid, nullable, expression, rare }: ColumnRow,
  context: CatalogContext,
): readonly FoundObject[] {
  const { identity, generated, identity_options, collation, options, not_null_name } = rare ?? none;
  const address = addressOf("pg_class", relation, ordinal);
  const written =
    expression === null ? null : { text: expression.text, address: addressOf("pg_attrdef", expression.oid) };
  const column: Column = {
    kind: "column",
    schema,
    table,
    name,
    ordinal,
    type,
    typeObject: context.typeSource(type_oid),
    nullable,
    ...(nullable || not_null_name === null ? {} : { notNullName: not_null_name }),
    identity: identity === "" ? null : identity === "a" ? "always" : "by_default",
    ...(identity_options === null ? {} : chosenOptions({ table, name, type, options: identity_options })),
    generated: generated === "" ? null : (written?.text ?? null),
    ...(generated === "v" ? { virtual: true } : {}),
    collation,
    ...(options === null ? {} : { foreignOptions: options }),
    dependsOn:
      generated === "" || written === null
        ? context.dependsOn(address)
        : // Its own column is what an expression is for, not what it uses.
          [
            ...context.dependsOn(written.address).filter((id) => id !== columnId(schema, table, name)),
            ...context.dependsOn(address),
          ],
  };
  if (written === null || generated !== "") return [{ address, object: column }];
  const dependsOn = context.dependsOn(written.address);
  return [
    { address, object: column },
    {
      address: written.address,
      object: { kind: "default", schema, table, column: name, expression: written.text, dependsOn },
    },
  ];
}

const bounds: Readonly<Record<string, string>> = { smallint: "32767", integer: "2147483647" };

/** What PostgreSQL did not choose by itself. */
function chosenOptions({
  table,
  name,
  type,
  options,
}: Pick<Column, "table" | "name" | "type"> & { readonly options: IdentityOptions }): {
  readonly identityOptions?: IdentityOptions;
} {
  const isUsual =
    options.name === sequenceNameOf(table, name) &&
    [options.start, options.increment, options.minimum, options.cache].every((number) => number === "1") &&
    options.maximum === (bounds[type] ?? "9223372036854775807") &&
    !options.cycle;
  return isUsual ? {} : { identityOptions: options };
}
