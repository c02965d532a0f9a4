import { kindOf, type ObjectId } from "../schema/object-id.ts";
import type { InheritedPart, NamedOption, Table } from "../schema/objects.ts";
import { addressOf, catalogFamily, type ServerFacts } from "./catalog-family.ts";
import { optionsIn } from "./introspect-foreign-objects.ts";
import { mayHave } from "./present-catalogs.ts";

interface TableRow extends Pick<Table, "schema" | "name" | "rowSecurity" | "rowSecurityForced" | "unlogged"> {
  readonly oid: string;
  readonly partition_by: string | null;
  readonly bound: string | null;
  readonly parents: readonly { readonly schema: string; readonly table: string }[] | null;
  readonly from_parents: readonly InheritedPart[] | null;
  readonly required_itself: readonly string[] | null;
  readonly not_null_names: Table["notNullNames"] | null;
  readonly columns: readonly string[] | null;
  readonly server: string | null;
  readonly options: readonly NamedOption[] | null;
}

const requiredItself = (server: ServerFacts): string =>
  server.major < 18 || !mayHave(server, "pg_inherits")
    ? "NULL::json"
    : `CASE WHEN i.parents IS NOT NULL THEN (
             SELECT json_agg(a.attname ORDER BY a.attname)
             FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
             WHERE k.conrelid = t.oid AND k.contype = 'n' AND k.conislocal AND k.coninhcount > 0) END`;

const notNullNames = (server: ServerFacts): string =>
  server.major < 18 || !mayHave(server, "pg_inherits")
    ? "NULL::json"
    : `CASE WHEN i.parents IS NOT NULL THEN (
             SELECT json_agg(json_build_object('column', a.attname, 'name', k.conname) ORDER BY a.attname)
             FROM pg_constraint k JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
             WHERE k.conrelid = t.oid AND k.contype = 'n' AND k.coninhcount > 0 AND NOT EXISTS (
               SELECT FROM pg_inherits h JOIN pg_constraint p ON p.conrelid = h.inhparent AND p.contype = 'n'
               JOIN pg_attribute of ON of.attrelid = p.conrelid AND of.attnum = p.conkey[1]
               WHERE h.inhrelid = t.oid AND of.attname = a.attname AND p.conname = k.conname)) END`;

export const tables = catalogFamily<TableRow>(
  (server) => `
    SELECT t.oid, t.schema, t.name, t.relrowsecurity AS "rowSecurity", t.relforcerowsecurity AS "rowSecurityForced",
           t.persistence = 'u' AS unlogged, pg_get_partkeydef(t.oid) AS partition_by,
           CASE WHEN c.relispartition THEN pg_get_expr(c.relpartbound, c.oid) END AS bound, i.parents,
           x.from_parents, ${requiredItself(server)} AS required_itself, ${notNullNames(server)} AS not_null_names, i.columns,
           s.srvname AS server, ${optionsIn("f.ftoptions")} AS options
    FROM tables t JOIN pg_class c ON c.oid = t.oid
    LEFT JOIN pg_foreign_table f ON f.ftrelid = t.oid
    LEFT JOIN pg_foreign_server s ON s.oid = f.ftserver
    LEFT JOIN (
      SELECT i.inhrelid,
             json_agg(json_build_object('schema', n.nspname, 'table', p.relname) ORDER BY i.inhseqno) AS parents,
             (SELECT json_agg(a.attname ORDER BY a.attnum) FROM pg_attribute a
              WHERE a.attrelid = i.inhrelid AND a.attnum > 0 AND NOT a.attisdropped) AS columns
      FROM pg_inherits i JOIN pg_class p ON p.oid = i.inhparent JOIN pg_namespace n ON n.oid = p.relnamespace
      WHERE p.relkind IN ('r', 'p', 'f')
      GROUP BY 1
    ) i ON i.inhrelid = t.oid
    LEFT JOIN (
      SELECT part.relation, json_agg(json_build_object('kind', part.kind, 'name', part.name) ORDER BY part.kind, part.name) AS from_parents
      FROM (
        SELECT i.indrelid AS relation, 'index' AS kind, c.relname AS name
        FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid AND c.relispartition
        WHERE NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = c.oid AND k.conrelid = i.indrelid)
        UNION ALL
        SELECT k.conrelid, 'constraint', k.conname
        FROM pg_constraint k
        WHERE k.conrelid <> 0 AND k.contype <> 'n' AND (k.conparentid <> 0 OR k.coninhcount > 0) AND NOT k.conislocal
      ) part
      GROUP BY 1
    ) x ON x.relation = t.oid AND i.parents IS NOT NULL`,
  ({ oid, ...row }, context) => {
    const address = addressOf("pg_class", oid);
    return [{ address, object: toTable(row, row.partition_by === null ? [] : context.dependsOn(address)) }];
  },
);

/** What a partition key uses, of all that its table does. */
const usedByKeys: ReadonlySet<string> = new Set(["function", "collation", "operator_class"]);

function toTable(
  {
    partition_by,
    bound,
    parents,
    from_parents,
    required_itself,
    not_null_names,
    columns,
    server,
    options,
    ...row
  }: Omit<TableRow, "oid">,
  uses: readonly ObjectId[],
): Table {
  const [parent] = parents ?? [];
  const partitionUses = uses.filter((id) => usedByKeys.has(kindOf(id)));
  return {
    kind: "table",
    ...row,
    ...(partition_by === null ? {} : { partitionBy: partition_by }),
    ...(partitionUses.length === 0 ? {} : { partitionUses }),
    ...(bound === null || parent === undefined ? {} : { partitionOf: { ...parent, bound } }),
    ...(bound !== null || parents === null ? {} : { inherits: parents }),
    ...(columns === null ? {} : { columnOrder: columns }),
    ...(from_parents === null ? {} : { fromParents: from_parents }),
    ...(required_itself === null ? {} : { requiredItself: required_itself }),
    ...(not_null_names === null ? {} : { notNullNames: not_null_names }),
    ...(server === null ? {} : { foreignServer: server }),
    ...(options === null ? {} : { foreignOptions: options }),
  };
}
