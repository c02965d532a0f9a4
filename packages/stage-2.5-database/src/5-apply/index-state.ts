import type { Client } from "pg";

/** Whether an index is there, and whether queries use it: one whose building or dropping was cut short is invalid. */
export async function readIndexState(
  client: Client,
  { schema, name }: { readonly schema: string; readonly name: string },
): Promise<"absent" | "valid" | "invalid"> {
  const { rows } = await client.query<{ valid: boolean }>(
    `SELECT i.indisvalid AS valid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
       JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = $1 AND c.relname = $2`,
    [schema, name],
  );
  return rows[0] === undefined ? "absent" : rows[0].valid ? "valid" : "invalid";
}
