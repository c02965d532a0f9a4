import { addressOf, catalogFamily } from "./catalog-family.ts";

interface EnumRow {
  readonly oid: string;
  readonly schema: string;
  readonly name: string;
  readonly values: readonly string[] | null;
}

export const enums = catalogFamily<EnumRow>(
  () => `
    SELECT t.oid, n.schema, t.typname AS name,
           (SELECT array_agg(e.enumlabel ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid) AS values
    FROM pg_type t JOIN namespaces n ON n.oid = t.typnamespace
    WHERE t.typtype = 'e'
      AND NOT EXISTS (SELECT FROM members m WHERE m.classid = 'pg_type'::regclass AND m.objid = t.oid)`,
  ({ oid, schema, name, values }) => [
    { address: addressOf("pg_type", oid), object: { kind: "enum", schema, name, values: values ?? [] } },
  ],
);
