import { addressOf, catalogFamily } from "./catalog-family.ts";

interface SchemaRow {
  readonly oid: string;
  readonly name: string;
}

export const schemas = catalogFamily<SchemaRow>(
  () => `SELECT oid, schema AS name FROM namespaces`,
  ({ oid, name }) => [{ address: addressOf("pg_namespace", oid), object: { kind: "schema", name } }],
);

interface ExtensionRow extends SchemaRow {
  readonly schema: string;
}

/** Extensions that put their members into the named schemas; the members themselves are theirs, not ours. */
export const extensions = catalogFamily<ExtensionRow>(
  () => `SELECT x.oid, x.extname AS name, n.schema FROM pg_extension x JOIN namespaces n ON n.oid = x.extnamespace`,
  ({ oid, name, schema }) => [{ address: addressOf("pg_extension", oid), object: { kind: "extension", name, schema } }],
);
