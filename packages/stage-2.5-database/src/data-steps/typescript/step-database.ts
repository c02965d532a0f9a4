import { createRequire } from "node:module";
import type { CompiledQuery, DatabaseConnection, Dialect, Kysely, QueryResult } from "kysely";
import type { Client } from "pg";
import { checkStep } from "../check-step.ts";

const require = createRequire(import.meta.url);

/**
 * A Kysely over a connection that is in the midst of a migration's transaction. It runs what an SQL step may hold, and nothing
 * that would end the transaction or change the schema. Tables are of the schema `public` where none is named.
 */
export function stepDatabase(client: Client): Kysely<unknown> {
  const kysely = require("kysely") as typeof import("kysely");
  const connection: DatabaseConnection = {
    executeQuery: <Row>(query: CompiledQuery) => execute<Row>(client, query),
    async *streamQuery<Row>(query: CompiledQuery) {
      yield await execute<Row>(client, query);
    },
  };
  const refuse = async (): Promise<never> => {
    throw new Error("a step is in the migration's transaction, and opens none of its own");
  };
  const dialect: Dialect = {
    createAdapter: () => new kysely.PostgresAdapter(),
    createIntrospector: (database) => new kysely.PostgresIntrospector(database),
    createQueryCompiler: () => new kysely.PostgresQueryCompiler(),
    createDriver: () => ({
      init: async () => {},
      acquireConnection: async () => connection,
      beginTransaction: refuse,
      commitTransaction: refuse,
      rollbackTransaction: refuse,
      releaseConnection: async () => {},
      destroy: async () => {},
    }),
  };
  return new kysely.Kysely<unknown>({ dialect }).withSchema("public");
}

async function execute<Row>(client: Client, { sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
  const [refused] = (await checkStep({ path: "", text: sql })).diagnostics;
  if (refused !== undefined) throw new Error(`${refused.message} ${refused.cause ?? ""}`.trim());
  const { rows, rowCount, command } = await client.query(sql, [...parameters]);
  const changes = ["INSERT", "UPDATE", "DELETE", "MERGE"].includes(command);
  return { rows, ...(changes ? { numAffectedRows: BigInt(rowCount ?? 0) } : {}) };
}
