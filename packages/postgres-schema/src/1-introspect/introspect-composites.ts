import { addressOf, catalogFamily } from "./catalog-family.ts";

interface CompositeRow {
  readonly oid: string;
  readonly schema: string;
  readonly name: string;
  readonly attributes:
    | readonly {
        readonly name: string;
        readonly type: string;
        readonly type_oid: string;
        readonly collation: string | null;
      }[]
    | null;
}

/** Types of their own; the row type of a table is the table. */
export const composites = catalogFamily<CompositeRow>(
  () => `
    SELECT t.oid, n.schema, t.typname AS name,
           (SELECT json_agg(json_build_object(
                     'name', a.attname, 'type', format_type(a.atttypid, a.atttypmod), 'type_oid', a.atttypid,
                     'collation', CASE WHEN a.attcollation <> y.typcollation
                                  THEN a.attcollation::regcollation::text END) ORDER BY a.attnum)
            FROM pg_attribute a JOIN pg_type y ON y.oid = a.atttypid
            WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) AS attributes
    FROM pg_type t JOIN namespaces n ON n.oid = t.typnamespace JOIN pg_class c ON c.oid = t.typrelid AND c.relkind = 'c'
    WHERE NOT EXISTS (SELECT FROM members m WHERE m.classid = 'pg_type'::regclass AND m.objid = t.oid)`,
  ({ oid, schema, name, attributes }, context) => [
    {
      address: addressOf("pg_type", oid),
      object: {
        kind: "composite",
        schema,
        name,
        attributes: (attributes ?? []).map(({ type_oid, ...attribute }) => ({
          ...attribute,
          typeObject: context.typeSource(type_oid),
        })),
        dependsOn: context.dependsOn(addressOf("pg_type", oid)),
      },
    },
  ],
);
