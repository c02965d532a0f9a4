import { existsSync } from "node:fs";
import { Client } from "pg";
import type { Project } from "../project/open-project.ts";
import { HaltError } from "../run/halt-error.ts";
import type { HealthCheck } from "./health-check.ts";
import * as messages from "./messages.ts";

/**
 * Checks what an application needs: its model, the embedded server, and the environment's database. Starts the embedded
 * server and connects to the database; changes nothing in it.
 */
export const checkProject = async (project: Project): Promise<readonly HealthCheck[]> => [
  existsSync(project.moduleFolder)
    ? messages.moduleGood(project.moduleFolder)
    : messages.moduleMissing(project.moduleFolder),
  await checkServer(project),
  ...(await checkTarget(project)),
];

async function checkServer({ database, serverFolder }: Project): Promise<HealthCheck> {
  try {
    const server = await database.shadow();
    return messages.serverGood(server.major, Number(new URL(server.urlOf("postgres")).port), serverFolder);
  } catch (error) {
    return messages.serverFails(diagnosticOf(error));
  }
}

async function checkTarget({ database, config }: Project): Promise<readonly HealthCheck[]> {
  let target: Awaited<ReturnType<typeof database.target>>;
  try {
    target = await database.target();
  } catch (error) {
    return [messages.targetUnresolved(diagnosticOf(error))];
  }
  const client = new Client({ connectionString: target.url, connectionTimeoutMillis: 10_000 });
  try {
    await client.connect();
    const found = await readServer(client);
    return [
      messages.targetGood(target.label, found.version),
      found.major === config.postgres
        ? messages.majorsAgree(found.major)
        : messages.majorsDiffer(found.major, config.postgres),
      found.missingRoles.length === 0 ? messages.rolesGood(found.user) : messages.rolesMissing(found.missingRoles),
      // A pooler in transaction mode is refused when the target is worked out, so this one is none.
      messages.poolerGood(),
    ];
  } catch (error) {
    return [messages.targetUnreachable(target.label, error instanceof Error ? error.message : String(error))];
  } finally {
    await client.end().catch(() => {});
  }
}

async function readServer(client: Client) {
  const { rows } = await client.query<{ version: string; number: string; user: string; roles: readonly string[] }>(`
    SELECT current_setting('server_version') AS version,
           current_setting('server_version_num') AS number,
           current_user AS user,
           ARRAY(SELECT rolname::text FROM pg_roles
                  WHERE rolname IN ('anon', 'authenticated', 'service_role')) AS roles
`);
  const { version = "", number = "0", user = "", roles = [] } = rows[0] ?? {};
  return {
    version,
    major: Math.floor(Number(number) / 10_000),
    user,
    missingRoles: ["anon", "authenticated", "service_role"].filter((role) => !roles.includes(role)),
  };
}

function diagnosticOf(error: unknown): HaltError["diagnostics"][number] {
  const [diagnostic] = error instanceof HaltError ? error.diagnostics : [];
  if (diagnostic === undefined) throw error;
  return diagnostic;
}
