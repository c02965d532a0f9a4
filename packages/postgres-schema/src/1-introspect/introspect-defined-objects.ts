import type {
  AccessMethod,
  Cast,
  Collation,
  Conversion,
  DefinedObject,
  Operator,
  OperatorClass,
  OperatorFamily,
  RangeType,
  TextSearchParser,
  TextSearchTemplate,
} from "../schema/objects.ts";
import { addressOf, type CatalogFamily, catalogFamily, type ServerFacts } from "./catalog-family.ts";
import { notMember } from "./not-member.ts";
import { operatorClassMembers } from "./operator-class-members.ts";

/** A family of objects that one statement makes: each row holds it whole. */
const definedFamily = <Object extends DefinedObject>(
  catalog: `pg_${string}`,
  kind: Object["kind"],
  query: (server: ServerFacts) => string,
): CatalogFamily =>
  catalogFamily<Omit<Object, "kind" | "dependsOn"> & { readonly oid: string }>(query, ({ oid, ...row }, context) => {
    const address = addressOf(catalog, oid);
    return [{ address, object: { kind, ...row, dependsOn: context.dependsOn(address) } as unknown as Object }];
  });

/** The parts that are there, with commas between them. */
const list = (...parts: readonly string[]): string => `concat_ws(', ', ${parts.join(", ")})`;
/** A part that names a function, where there is one. */
const calls = (option: string, column: string): string =>
  `CASE WHEN ${column} <> 0 THEN '${option} = ' || ${column}::regproc::text END`;

const ranges = definedFamily<RangeType>(
  "pg_type",
  "range",
  () => `
    SELECT t.oid, n.schema, t.typname AS name,
           format('CREATE TYPE %I.%I AS RANGE (%s)', n.schema, t.typname, ${list(
             "'SUBTYPE = ' || format_type(r.rngsubtype, NULL)",
             "CASE WHEN NOT o.opcdefault THEN format('SUBTYPE_OPCLASS = %I.%I', os.nspname, o.opcname) END",
             "CASE WHEN r.rngcollation <> s.typcollation THEN 'COLLATION = ' || r.rngcollation::regcollation::text END",
             calls("CANONICAL", "r.rngcanonical"),
             calls("SUBTYPE_DIFF", "r.rngsubdiff"),
             "format('MULTIRANGE_TYPE_NAME = %I.%I', ms.nspname, m.typname)",
           )}) AS definition
    FROM pg_type t JOIN namespaces n ON n.oid = t.typnamespace JOIN pg_range r ON r.rngtypid = t.oid
    JOIN pg_type s ON s.oid = r.rngsubtype
    JOIN pg_opclass o ON o.oid = r.rngsubopc JOIN pg_namespace os ON os.oid = o.opcnamespace
    JOIN pg_type m ON m.oid = r.rngmultitypid JOIN pg_namespace ms ON ms.oid = m.typnamespace
    WHERE ${notMember("pg_type", "t")}`,
);

// The locale of ICU has had three columns, and its rules came with PostgreSQL 16.
const icuLocale = (major: number): string =>
  major < 15
    ? "CASE WHEN c.collprovider = 'i' THEN c.collcollate END"
    : major < 17
      ? "c.colliculocale"
      : "c.colllocale";

const collations = definedFamily<Collation>(
  "pg_collation",
  "collation",
  ({ major }) => `
    SELECT c.oid, n.schema, c.collname AS name,
           format('CREATE COLLATION %I.%I (%s)', n.schema, c.collname, ${list(
             "'PROVIDER = ' || CASE c.collprovider WHEN 'i' THEN 'icu' WHEN 'b' THEN 'builtin' ELSE 'libc' END",
             `'LOCALE = ' || quote_literal(${icuLocale(major)})`,
             "CASE WHEN c.collprovider = 'c' THEN 'LC_COLLATE = ' || quote_literal(c.collcollate) END",
             "CASE WHEN c.collprovider = 'c' THEN 'LC_CTYPE = ' || quote_literal(c.collctype) END",
             ...(major < 16 ? [] : ["'RULES = ' || quote_literal(c.collicurules)"]),
             "CASE WHEN NOT c.collisdeterministic THEN 'DETERMINISTIC = false' END",
           )}) AS definition
    FROM pg_collation c JOIN namespaces n ON n.oid = c.collnamespace
    WHERE ${notMember("pg_collation", "c")}`,
);

const conversions = definedFamily<Conversion>(
  "pg_conversion",
  "conversion",
  () => `
    SELECT c.oid, n.schema, c.conname AS name,
           format('CREATE %sCONVERSION %I.%I FOR %L TO %L FROM %s', CASE WHEN c.condefault THEN 'DEFAULT ' END,
                  n.schema, c.conname, pg_encoding_to_char(c.conforencoding), pg_encoding_to_char(c.contoencoding),
                  c.conproc::regproc) AS definition
    FROM pg_conversion c JOIN namespaces n ON n.oid = c.connamespace
    WHERE ${notMember("pg_conversion", "c")}`,
);

const textSearchParsers = definedFamily<TextSearchParser>(
  "pg_ts_parser",
  "text_search_parser",
  () => `
    SELECT p.oid, n.schema, p.prsname AS name,
           format('CREATE TEXT SEARCH PARSER %I.%I (%s)', n.schema, p.prsname, ${list(
             calls("START", "p.prsstart"),
             calls("GETTOKEN", "p.prstoken"),
             calls('"end"', "p.prsend"),
             calls("LEXTYPES", "p.prslextype"),
             calls("HEADLINE", "p.prsheadline"),
           )}) AS definition
    FROM pg_ts_parser p JOIN namespaces n ON n.oid = p.prsnamespace
    WHERE ${notMember("pg_ts_parser", "p")}`,
);

const textSearchTemplates = definedFamily<TextSearchTemplate>(
  "pg_ts_template",
  "text_search_template",
  () => `
    SELECT t.oid, n.schema, t.tmplname AS name,
           format('CREATE TEXT SEARCH TEMPLATE %I.%I (%s)', n.schema, t.tmplname, ${list(
             calls("INIT", "t.tmplinit"),
             calls("LEXIZE", "t.tmpllexize"),
           )}) AS definition
    FROM pg_ts_template t JOIN namespaces n ON n.oid = t.tmplnamespace
    WHERE ${notMember("pg_ts_template", "t")}`,
);

const otherOperator = (option: string, column: string): string => `
  (SELECT format('${option} = OPERATOR(%I.%s)', x.nspname, other.oprname)
   FROM pg_operator other JOIN pg_namespace x ON x.oid = other.oprnamespace WHERE other.oid = ${column})`;

/** Operators. One that was only named as another's commutator and never made is none yet. */
const operators = definedFamily<Operator>(
  "pg_operator",
  "operator",
  () => `
    SELECT o.oid, n.schema, o.oprname AS name,
           ARRAY[CASE o.oprleft WHEN 0 THEN 'NONE' ELSE format_type(o.oprleft, NULL) END,
                 format_type(o.oprright, NULL)] AS arguments,
           format('CREATE OPERATOR %I.%s (%s)', n.schema, o.oprname, ${list(
             "'FUNCTION = ' || o.oprcode::regproc::text",
             "CASE WHEN o.oprleft <> 0 THEN 'LEFTARG = ' || format_type(o.oprleft, NULL) END",
             "'RIGHTARG = ' || format_type(o.oprright, NULL)",
             otherOperator("COMMUTATOR", "o.oprcom"),
             otherOperator("NEGATOR", "o.oprnegate"),
             calls("RESTRICT", "o.oprrest"),
             calls("JOIN", "o.oprjoin"),
             "CASE WHEN o.oprcanhash THEN 'HASHES' END",
             "CASE WHEN o.oprcanmerge THEN 'MERGES' END",
           )}) AS definition
    FROM pg_operator o JOIN namespaces n ON n.oid = o.oprnamespace
    WHERE o.oprcode <> 0 AND ${notMember("pg_operator", "o")}`,
);

const operatorFamilies = definedFamily<OperatorFamily>(
  "pg_opfamily",
  "operator_family",
  () => `
    SELECT f.oid, n.schema, f.opfname AS name, am.amname AS method,
           format('CREATE OPERATOR FAMILY %I.%I USING %I', n.schema, f.opfname, am.amname) AS definition
    FROM pg_opfamily f JOIN namespaces n ON n.oid = f.opfnamespace JOIN pg_am am ON am.oid = f.opfmethod
    WHERE ${notMember("pg_opfamily", "f")}`,
);

const operatorClasses = definedFamily<OperatorClass>(
  "pg_opclass",
  "operator_class",
  () => `
    SELECT o.oid, n.schema, o.opcname AS name, am.amname AS method,
           format('CREATE OPERATOR CLASS %I.%I%s FOR TYPE %s USING %I%s AS %s', n.schema, o.opcname,
                  CASE WHEN o.opcdefault THEN ' DEFAULT' END, format_type(o.opcintype, NULL), am.amname,
                  format(' FAMILY %I.%I', fn.nspname, f.opfname),
                  concat_ws(', ', (${operatorClassMembers}),
                            CASE WHEN o.opckeytype <> 0 THEN 'STORAGE ' || format_type(o.opckeytype, NULL) END)) AS definition
    FROM pg_opclass o JOIN namespaces n ON n.oid = o.opcnamespace JOIN pg_am am ON am.oid = o.opcmethod
    JOIN pg_opfamily f ON f.oid = o.opcfamily JOIN pg_namespace fn ON fn.oid = f.opfnamespace
    WHERE ${notMember("pg_opclass", "o")}`,
);

/** Casts from or to a type of the named schemas. That of a range type to its multirange is part of the type. */
const casts = definedFamily<Cast>(
  "pg_cast",
  "cast",
  () => `
    SELECT c.oid, format_type(c.castsource, NULL) AS source, format_type(c.casttarget, NULL) AS target,
           format('CREATE CAST (%s AS %s) %s%s', format_type(c.castsource, NULL), format_type(c.casttarget, NULL),
                  CASE c.castmethod WHEN 'f' THEN 'WITH FUNCTION ' || c.castfunc::regprocedure::text
                                    WHEN 'i' THEN 'WITH INOUT' ELSE 'WITHOUT FUNCTION' END,
                  CASE c.castcontext WHEN 'a' THEN ' AS ASSIGNMENT' WHEN 'i' THEN ' AS IMPLICIT' END) AS definition
    FROM pg_cast c
    WHERE c.oid >= 16384 AND ${notMember("pg_cast", "c")}
      AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.classid = 'pg_cast'::regclass AND d.objid = c.oid AND d.deptype = 'i')
      AND EXISTS (SELECT FROM pg_type t JOIN namespaces n ON n.oid = t.typnamespace WHERE t.oid IN (c.castsource, c.casttarget)
                  UNION ALL
                  SELECT FROM pg_proc p JOIN namespaces n ON n.oid = p.pronamespace WHERE p.oid = c.castfunc)`,
);

/** Access methods of the whole database. */
const accessMethods = definedFamily<AccessMethod>(
  "pg_am",
  "access_method",
  () => `
    SELECT a.oid, a.amname AS name,
           format('CREATE ACCESS METHOD %I TYPE %s HANDLER %s', a.amname,
                  CASE a.amtype WHEN 't' THEN 'TABLE' ELSE 'INDEX' END, a.amhandler::regproc) AS definition
    FROM pg_am a WHERE a.oid >= 16384 AND ${notMember("pg_am", "a")}`,
);

/** Families of objects that one statement makes. */
export const definedObjects: Readonly<Record<string, CatalogFamily>> = {
  ranges,
  collations,
  conversions,
  textSearchParsers,
  textSearchTemplates,
  operators,
  operatorClasses,
  operatorFamilies,
  casts,
  accessMethods,
};
