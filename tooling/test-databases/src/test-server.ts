import { createHash } from "node:crypto";
import { tmpdir, userInfo } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ServerLease } from "@build-it/postgres-server";
import { useServer } from "@build-it/postgres-server";
import { Client, escapeIdentifier } from "pg";
import type { TestMajor } from "./available-majors.ts";
import { installations } from "./available-majors.ts";
import { isLeftover } from "./database-name.ts";

// A process holds each server until it ends. Taking it anew for every database would stop and start the server between
// any two tests.
const servers = new Map<TestMajor, Promise<ServerLease>>();

/** The server of this checkout's and user's tests, shared by all processes that run them. */
export function testServer(major: TestMajor): Promise<ServerLease> {
  const known = servers.get(major);
  if (known) return known;
  const started = openTestServer(major);
  servers.set(major, started);
  return started;
}

async function openTestServer(major: TestMajor): Promise<ServerLease> {
  const installation = installations[major];
  const lease = await useServer({
    directory: testDirectory(major),
    major,
    durable: false,
    ...(installation === undefined ? {} : { installation }),
  });
  await dropLeftovers(lease);
  return lease;
}

function testDirectory(major: TestMajor): string {
  const checkout = createHash("sha256")
    .update(fileURLToPath(import.meta.url))
    .digest("hex")
    .slice(0, 8);
  return join(tmpdir(), `build-it-tests-${userInfo().username}-${checkout}-${major}`);
}

/** Drops the databases of test processes that were killed. */
async function dropLeftovers(lease: ServerLease): Promise<void> {
  const client = new Client({ connectionString: lease.urlOf("postgres") });
  await client.connect();
  try {
    const { rows } = await client.query<{ datname: string }>("SELECT datname FROM pg_database");
    for (const { datname } of rows) {
      if (!isLeftover(datname)) continue;
      // One that cannot be dropped (a subscription holds it) is in nobody's way.
      await client.query(`DROP DATABASE IF EXISTS ${escapeIdentifier(datname)} WITH (FORCE)`).catch(() => {});
    }
  } finally {
    await client.end();
  }
}
