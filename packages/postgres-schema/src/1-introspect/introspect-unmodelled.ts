import type { ServerFacts } from "./catalog-family.ts";
import { unmodelledAttributes } from "./introspect-unmodelled-attributes.ts";
import { notMember } from "./not-member.ts";

/** Something that a DatabaseSchema has no words for. */
export interface UnmodelledObject {
  /** What it is, in PostgreSQL's own words: `materialized view`, `exclusion constraint`. */
  readonly what: string;
  /** Where it is, quoted as in SQL: `public.sales_2024`. */
  readonly name: string;
}

/** Whole objects whose kind we do not model, in the named schemas or for the whole database. */
const objects = `
  SELECT 'base type' AS what, format('%I.%I', n.schema, t.typname) AS name
  FROM pg_type t JOIN namespaces n ON n.oid = t.typnamespace
  WHERE t.typtype IN ('b', 'p') AND t.typcategory <> 'A' AND ${notMember("pg_type", "t")}
  UNION ALL
  SELECT 'operator that was only named', o.oid::regoperator::text
  FROM pg_operator o JOIN namespaces n ON n.oid = o.oprnamespace WHERE o.oprcode = 0 AND ${notMember("pg_operator", "o")}
  UNION ALL
  SELECT 'operators or functions of an operator family', format('%I.%I', n.schema, f.opfname)
  FROM pg_opfamily f JOIN namespaces n ON n.oid = f.opfnamespace
  WHERE ${notMember("pg_opfamily", "f")} AND EXISTS (
    SELECT FROM pg_depend d
    WHERE d.classid IN ('pg_amop'::regclass, 'pg_amproc'::regclass)
      AND d.refclassid = 'pg_opfamily'::regclass AND d.refobjid = f.oid
      AND NOT EXISTS (SELECT FROM pg_depend c WHERE c.classid = d.classid AND c.objid = d.objid
                      AND c.refclassid = 'pg_opclass'::regclass))
  UNION ALL
  SELECT 'procedural language', quote_ident(l.lanname) FROM pg_language l WHERE l.oid >= 16384 AND ${notMember("pg_language", "l")}
  UNION ALL
  SELECT 'transform', format('%s for %s', format_type(t.trftype, NULL), l.lanname)
  FROM pg_transform t JOIN pg_language l ON l.oid = t.trflang WHERE ${notMember("pg_transform", "t")}
  UNION ALL
  SELECT 'options of a user mapping that are hidden', format('%I for %I', u.srvname, u.usename)
  FROM pg_user_mappings u
  WHERE u.umoptions IS NULL AND NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user)
  UNION ALL
  SELECT 'subscription', quote_ident(s.subname)
  FROM pg_subscription s WHERE s.subdbid = (SELECT oid FROM pg_database WHERE datname = current_database())
  UNION ALL
  SELECT 'security label', pg_describe_object(l.classoid, l.objoid, l.objsubid)
  FROM pg_seclabel l JOIN relations r ON l.classoid = 'pg_class'::regclass AND r.oid = l.objoid`;

/** One SELECT for it all. */
export const unmodelledQuery = (server: ServerFacts): string =>
  [objects, unmodelledAttributes(server)].join("\n  UNION ALL ");
