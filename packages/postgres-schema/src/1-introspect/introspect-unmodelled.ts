import type { ServerFacts } from "./catalog-family.ts";
import { unmodelledAttributes } from "./introspect-unmodelled-attributes.ts";

/** Something that a DatabaseSchema has no words for. */
export interface UnmodelledObject {
  /** What it is, in PostgreSQL's own words: `materialized view`, `exclusion constraint`. */
  readonly what: string;
  /** Where it is, quoted as in SQL: `public.sales_2024`. */
  readonly name: string;
}

const notMember = (catalog: string, alias: string): string =>
  `NOT EXISTS (SELECT FROM members m WHERE m.classid = '${catalog}'::regclass AND m.objid = ${alias}.oid)`;

/** Whole objects in the named schemas whose kind we do not model. */
const objects = `
  SELECT CASE WHEN c.relkind = 'f' THEN 'foreign table' ELSE 'typed table' END AS what,
         format('%I.%I', n.schema, c.relname) AS name
  FROM pg_class c JOIN namespaces n ON n.oid = c.relnamespace
  WHERE c.relkind IN ('r', 'p', 'f') AND c.oid NOT IN (SELECT oid FROM relations) AND ${notMember("pg_class", "c")}
  UNION ALL
  SELECT CASE t.typtype WHEN 'r' THEN 'range type' ELSE 'base type' END,
         format('%I.%I', n.schema, t.typname)
  FROM pg_type t JOIN namespaces n ON n.oid = t.typnamespace
  WHERE (t.typtype = 'r' OR t.typtype IN ('b', 'p') AND t.typcategory <> 'A') AND ${notMember("pg_type", "t")}
  UNION ALL
  SELECT 'collation', format('%I.%I', n.schema, o.collname)
  FROM pg_collation o JOIN namespaces n ON n.oid = o.collnamespace WHERE ${notMember("pg_collation", "o")}
  UNION ALL
  SELECT 'operator', o.oid::regoperator::text
  FROM pg_operator o JOIN namespaces n ON n.oid = o.oprnamespace WHERE ${notMember("pg_operator", "o")}
  UNION ALL
  SELECT 'operator class', format('%I.%I', n.schema, o.opcname)
  FROM pg_opclass o JOIN namespaces n ON n.oid = o.opcnamespace WHERE ${notMember("pg_opclass", "o")}
  UNION ALL
  SELECT 'operator family', format('%I.%I', n.schema, o.opfname)
  FROM pg_opfamily o JOIN namespaces n ON n.oid = o.opfnamespace WHERE ${notMember("pg_opfamily", "o")}
  UNION ALL
  SELECT 'conversion', format('%I.%I', n.schema, o.conname)
  FROM pg_conversion o JOIN namespaces n ON n.oid = o.connamespace WHERE ${notMember("pg_conversion", "o")}
  UNION ALL
  SELECT 'text search configuration', format('%I.%I', n.schema, o.cfgname)
  FROM pg_ts_config o JOIN namespaces n ON n.oid = o.cfgnamespace WHERE ${notMember("pg_ts_config", "o")}
  UNION ALL
  SELECT 'text search dictionary', format('%I.%I', n.schema, o.dictname)
  FROM pg_ts_dict o JOIN namespaces n ON n.oid = o.dictnamespace WHERE ${notMember("pg_ts_dict", "o")}
  UNION ALL
  SELECT 'text search parser', format('%I.%I', n.schema, o.prsname)
  FROM pg_ts_parser o JOIN namespaces n ON n.oid = o.prsnamespace WHERE ${notMember("pg_ts_parser", "o")}
  UNION ALL
  SELECT 'text search template', format('%I.%I', n.schema, o.tmplname)
  FROM pg_ts_template o JOIN namespaces n ON n.oid = o.tmplnamespace WHERE ${notMember("pg_ts_template", "o")}`;

/** What hangs on the named schemas from outside of them, or acts on the whole database. */
const surroundings = `
  SELECT 'foreign-data wrapper', quote_ident(w.fdwname)
  FROM pg_foreign_data_wrapper w WHERE ${notMember("pg_foreign_data_wrapper", "w")}
  UNION ALL
  SELECT 'foreign server', quote_ident(s.srvname) FROM pg_foreign_server s WHERE ${notMember("pg_foreign_server", "s")}
  UNION ALL
  SELECT 'cast', format('%s as %s', format_type(c.castsource, NULL), format_type(c.casttarget, NULL))
  FROM pg_cast c
  WHERE ${notMember("pg_cast", "c")}
    -- The cast of a range type to its multirange is part of the type.
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_cast'::regclass AND d.objid = c.oid AND d.deptype = 'i')
    AND EXISTS (
    SELECT FROM pg_type t JOIN namespaces n ON n.oid = t.typnamespace WHERE t.oid IN (c.castsource, c.casttarget))
  UNION ALL
  SELECT 'security label', pg_describe_object(l.classoid, l.objoid, l.objsubid)
  FROM pg_seclabel l JOIN relations r ON l.classoid = 'pg_class'::regclass AND r.oid = l.objoid`;

/** One SELECT for it all. */
export const unmodelledQuery = (server: ServerFacts): string =>
  [objects, surroundings, unmodelledAttributes(server)].join("\n  UNION ALL");
