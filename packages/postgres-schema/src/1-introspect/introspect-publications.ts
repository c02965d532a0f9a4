import { schemaId, tableId } from "../schema/identify.ts";
import type { PublicationMember } from "../schema/objects.ts";
import { addressOf, catalogFamily } from "./catalog-family.ts";

interface MemberRow extends PublicationMember {
  readonly schema: string;
  /** Null where the whole schema is a member. */
  readonly table: string | null;
}

interface PublicationRow {
  readonly oid: string;
  readonly name: string;
  readonly all_tables: boolean;
  readonly members: readonly MemberRow[] | null;
  readonly options: readonly string[];
}

// PostgreSQL 15 brought lists of columns, conditions and schemas as members. The columns of a list are in no order of their own.
const details = (major: number): string =>
  major < 15
    ? "''"
    : `concat(
        ' (' || (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attname) FROM pg_attribute a
                 WHERE a.attrelid = x.prrelid AND a.attnum = ANY (x.prattrs::smallint[])) || ')',
        ' WHERE (' || pg_get_expr(x.prqual, x.prrelid) || ')')`;

const schemaMembers = (major: number): string =>
  major < 15
    ? ""
    : `UNION ALL
       SELECT x.pnpubid, n.nspname, NULL, 'TABLES IN SCHEMA ' || quote_ident(n.nspname), ''
       FROM pg_publication_namespace x JOIN pg_namespace n ON n.oid = x.pnnspid`;

/** Publications of all tables, of none, and those with a member in the named schemas. */
export const publications = catalogFamily<PublicationRow>(
  ({ major }) => `
    SELECT p.oid, p.pubname AS name, p.puballtables AS all_tables, m.members,
           array_remove(ARRAY[
             format('publish = %L', concat_ws(', ', CASE WHEN p.pubinsert THEN 'insert' END,
               CASE WHEN p.pubupdate THEN 'update' END, CASE WHEN p.pubdelete THEN 'delete' END,
               CASE WHEN p.pubtruncate THEN 'truncate' END)),
             'publish_via_partition_root = ' || p.pubviaroot${
               major < 18
                 ? ""
                 : `,
             'publish_generated_columns = ' || CASE p.pubgencols WHEN 's' THEN 'stored' ELSE 'none' END`
             }], NULL) AS options
    FROM pg_publication p
    LEFT JOIN (
      SELECT publication, json_agg(json_build_object('schema', schema, 'table', "table", 'target', target,
                                                     'details', details) ORDER BY target) AS members,
             bool_or(schema IN (SELECT schema FROM namespaces)) AS is_near
      FROM (
        SELECT x.prpubid AS publication, n.nspname AS schema, c.relname AS table,
               format('TABLE %I.%I', n.nspname, c.relname) AS target, ${details(major)} AS details
        FROM pg_publication_rel x JOIN pg_class c ON c.oid = x.prrelid JOIN pg_namespace n ON n.oid = c.relnamespace
        ${schemaMembers(major)}
      ) each
      GROUP BY publication
    ) m ON m.publication = p.oid
    WHERE (p.puballtables OR m.publication IS NULL OR m.is_near)
      AND NOT EXISTS (SELECT FROM members m WHERE m.classid = 'pg_publication'::regclass AND m.objid = p.oid)`,
  ({ oid, name, all_tables, members, options }) => [
    {
      address: addressOf("pg_publication", oid),
      object: {
        kind: "publication",
        name,
        allTables: all_tables,
        members: (members ?? []).map(({ target, details }) => ({ target, details })),
        options,
        dependsOn: (members ?? []).map(({ schema, table }) =>
          table === null ? schemaId(schema) : tableId(schema, table),
        ),
      },
    },
  ],
);
