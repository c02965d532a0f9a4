import type { Client } from "pg";
import { sourceUnreachable } from "../diagnostics.ts";
import { HaltError } from "../run/halt-error.ts";

/** Opens a connection. `label` is what a person may see of it. Throws `HaltError` when the server cannot be reached. */
export async function connectTo(url: string, label: string): Promise<Client> {
  const { default: pg } = await import("pg");
  const client = new pg.Client({
    connectionString: url,
    application_name: "build-it",
    connectionTimeoutMillis: 15_000,
  });
  // A connection that breaks while nobody uses it must not end the process; the next query reports it.
  client.on("error", () => {});
  try {
    await client.connect();
    return client;
  } catch (error) {
    throw new HaltError("target_unavailable", sourceUnreachable(label, error));
  }
}
