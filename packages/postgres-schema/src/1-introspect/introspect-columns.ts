import { columnId } from "../schema/identify.ts";
import { sequenceNameOf } from "../schema/made-up-name.ts";
import type { Column, IdentityOptions, NamedOption } from "../schema/objects.ts";
import { addressOf, type CatalogContext, catalogFamily, type FoundObject } from "./catalog-family.ts";
import { optionsIn } from "./introspect-foreign-objects.ts";

/** The columns that a table declares itself: lists in the same order, and by a column's number what not every column has. */
interface TableColumnsRow {
  readonly relation: string;
  readonly schema: string;
  readonly table: string;
  readonly names: readonly string[];
  readonly ordinals: readonly number[];
  readonly types: readonly string[];
  readonly nullable: readonly boolean[];
  /** Of those whose type is not PostgreSQL's own. */
  readonly type_oids: ByOrdinal<string> | null;
  /** Of a default or of what a column is generated from. */
  readonly expressions: ByOrdinal<WrittenExpression> | null;
  readonly rare: ByOrdinal<RareAttributes> | null;
}

type ByOrdinal<Value> = Readonly<Record<number, Value>>;

interface WrittenExpression {
  readonly oid: string;
  readonly text: string;
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

/** PostgreSQL's own objects that can never be dropped have lower ones: nothing depends on them in pg_depend. */
const firstUnpinnedOid = 12000;

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
 * are the most of what is read: a row for each table, in it a list for each attribute, since an object for each column takes
 * PostgreSQL twice as long to write, and nothing that most columns do without.
 */
export const columns = catalogFamily<TableColumnsRow>(
  ({ major }) => {
    const required = notNull(major);
    const isRare = `a.attidentity <> '' OR a.attgenerated <> '' OR a.attcollation <> t.typcollation
                 OR a.attfdwoptions IS NOT NULL OR ${required.name} IS NOT NULL`;
    return `
    SELECT c.relation, t.schema, t.name AS table, c.names, c.ordinals, c.types, c.nullable, c.type_oids, c.expressions, c.rare
    FROM (
      SELECT a.attrelid AS relation, json_agg(a.attname) AS names, json_agg(a.attnum) AS ordinals,
             json_agg(format_type(a.atttypid, a.atttypmod)) AS types, json_agg(${required.nullable}) AS nullable,
             json_object_agg(a.attnum, a.atttypid) FILTER (WHERE a.atttypid >= ${firstUnpinnedOid}) AS type_oids,
             -- A default names no column, and without a table to look names up in this is five times as fast.
             json_object_agg(a.attnum, json_build_object('oid', d.oid, 'text',
               pg_get_expr(d.adbin, CASE a.attgenerated WHEN '' THEN 0 ELSE d.adrelid END)))
               FILTER (WHERE d.oid IS NOT NULL) AS expressions,
             json_object_agg(a.attnum, json_build_object(
               'identity', a.attidentity, 'generated', a.attgenerated, 'identity_options', q.options, 'not_null_name', ${required.name},
               'collation', CASE WHEN a.attcollation <> t.typcollation THEN a.attcollation::regcollation::text END,
               'options', CASE WHEN a.attfdwoptions IS NOT NULL THEN ${optionsIn("a.attfdwoptions")} END))
               FILTER (WHERE ${isRare}) AS rare
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
      GROUP BY a.attrelid
    ) c JOIN tables t ON t.oid = c.relation`;
  },
  (row, context) => row.names.flatMap((_, place) => toFound(row, place, context)),
);

function toFound(row: TableColumnsRow, place: number, context: CatalogContext): readonly FoundObject[] {
  const column = columnAt(row, place, context);
  const { schema, table, name, ordinal } = column;
  const address = addressOf("pg_class", row.relation, ordinal);
  const expression = row.expressions?.[ordinal];
  const written = expression === undefined ? undefined : addressOf("pg_attrdef", expression.oid);
  const rare = row.rare?.[ordinal];
  const object = rare === undefined ? column : rareColumn(column, rare, { expression, context });
  if (expression === undefined || written === undefined || object.generated !== null) return [{ address, object }];
  const dependsOn = context.dependsOn(written);
  return [
    { address, object },
    {
      address: written,
      object: { kind: "default", schema, table, column: name, expression: expression.text, dependsOn },
    },
  ];
}

/** A column as most are. */
function columnAt(row: TableColumnsRow, place: number, context: CatalogContext): Column {
  const ordinal = row.ordinals[place] ?? 0;
  const typeOid = row.type_oids?.[ordinal];
  return {
    kind: "column",
    schema: row.schema,
    table: row.table,
    name: row.names[place] ?? "",
    ordinal,
    type: row.types[place] ?? "",
    typeObject: typeOid === undefined ? null : context.typeSource(typeOid),
    nullable: row.nullable[place] ?? true,
    identity: null,
    generated: null,
    collation: null,
    dependsOn: context.dependsOn(addressOf("pg_class", row.relation, ordinal)),
  };
}

function rareColumn(
  { schema, table, name, ordinal, type, typeObject, nullable, dependsOn }: Column,
  { identity, generated, identity_options, collation, options, not_null_name }: RareAttributes,
  { expression, context }: { readonly expression: WrittenExpression | undefined; readonly context: CatalogContext },
): Column {
  const generation = generated === "" ? undefined : expression;
  return {
    kind: "column",
    schema,
    table,
    name,
    ordinal,
    type,
    typeObject,
    nullable,
    ...(nullable || not_null_name === null ? {} : { notNullName: not_null_name }),
    identity: identity === "" ? null : identity === "a" ? "always" : "by_default",
    ...(identity_options === null ? {} : chosenOptions({ table, name, type, options: identity_options })),
    generated: generation?.text ?? null,
    ...(generated === "v" ? { virtual: true } : {}),
    collation,
    ...(options === null ? {} : { foreignOptions: options }),
    dependsOn:
      generation === undefined
        ? dependsOn
        : // Its own column is what an expression is for, not what it uses.
          [
            ...context
              .dependsOn(addressOf("pg_attrdef", generation.oid))
              .filter((id) => id !== columnId(schema, table, name)),
            ...dependsOn,
          ],
  };
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
