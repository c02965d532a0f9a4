import type { ChildProcess } from "node:child_process";
import { spawn } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync, watch, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Client } from "pg";
import { describe, expect, onTestFinished, test, vi } from "vitest";
import type { ServerLease } from "../src/index.ts";
import { embeddedMajors, useServer } from "../src/index.ts";
import { isAlive, keeperPid, makeServerFolder, postgresPid, query } from "./server-folder.ts";
import { spawnClient } from "./spawn-client.ts";

/** Connects, and gives a promise for the end of the connection: the server ends it as soon as it stops. */
async function watchServer(server: ServerLease): Promise<{ readonly stopped: Promise<unknown> }> {
  const client = new Client({ connectionString: server.urlOf("postgres") });
  client.on("error", () => {});
  await client.connect();
  return { stopped: new Promise((resolve) => client.once("end", resolve)) };
}

describe.each(embeddedMajors)("PostgreSQL %s", (major) => {
  test("is stopped when its keeper is killed, and starts again", async () => {
    const directory = makeServerFolder();
    const lease = await useServer({ directory, major });
    await query(lease, "CREATE TABLE kept AS SELECT 1 AS id");
    const pid = postgresPid(directory);
    const { stopped } = await watchServer(lease);
    process.kill(keeperPid(directory), "SIGKILL");
    await stopped;
    // Nothing tells when a process ends that is not a child.
    await vi.waitUntil(() => !isAlive(pid), { timeout: 10_000 });
    const next = await useServer({ directory, major });
    expect(await query(next, "SELECT id FROM kept")).toEqual([{ id: 1 }]);
  });

  test("is available at once after its keeper was killed", async () => {
    const directory = makeServerFolder();
    await useServer({ directory, major });
    process.kill(keeperPid(directory), "SIGKILL");
    const next = await useServer({ directory, major });
    expect(await query(next, "SELECT 1 AS alive")).toEqual([{ alive: 1 }]);
  });

  test.runIf(process.platform === "linux")("is replaced when both its guards were killed and it lives on", async () => {
    const directory = makeServerFolder();
    const lease = await useServer({ directory, major });
    const orphan = postgresPid(directory);
    process.kill(watcherPid(directory), "SIGKILL");
    process.kill(keeperPid(directory), "SIGKILL");
    expect(await query(lease, "SELECT 1 AS alive")).toEqual([{ alive: 1 }]);
    const next = await useServer({ directory, major });
    expect(isAlive(orphan)).toBe(false);
    expect(await query(next, "SELECT 1 AS alive")).toEqual([{ alive: 1 }]);
  });

  test("starts over the pid file of a server that was killed", async () => {
    const directory = makeServerFolder();
    const lease = await useServer({ directory, major });
    await query(lease, "CREATE TABLE kept AS SELECT 1 AS id");
    const [keeper, postgres] = [keeperPid(directory), postgresPid(directory)];
    process.kill(postgres, "SIGKILL");
    process.kill(keeper, "SIGKILL");
    await vi.waitUntil(() => !isAlive(postgres), { timeout: 10_000 });
    expect(existsSync(join(directory, "data", "postmaster.pid"))).toBe(true);
    const next = await useServer({ directory, major });
    expect(await query(next, "SELECT id FROM kept")).toEqual([{ id: 1 }]);
  });

  test("starts over a pid file whose pid now belongs to another program", async () => {
    const directory = makeServerFolder();
    const lease = await useServer({ directory, major });
    const file = join(directory, "data", "postmaster.pid");
    const lines = readFileSync(file, "utf8").split("\n");
    process.kill(postgresPid(directory), "SIGKILL");
    await lease.release();
    const other = spawnIdler(statSync(join(directory, "data")));
    writeFileSync(file, [other.pid, ...lines.slice(1)].join("\n"));
    const next = await useServer({ directory, major });
    expect(await query(next, "SELECT 1 AS alive")).toEqual([{ alive: 1 }]);
    expect(isAlive(other.pid ?? 0)).toBe(true);
  });

  test("is started by the others when the process that initialises it is killed", async () => {
    const directory = makeServerFolder();
    const initialising = new Promise<void>((resolve) => {
      const watcher = watch(directory, (_, name) => {
        if (!name?.includes("partial")) return;
        watcher.close();
        resolve();
      });
    });
    const first = await spawnClient({ directory, major, durable: false });
    first.said.catch(() => {});
    await initialising;
    const second = await spawnClient({ directory, major, durable: false });
    await first.kill();
    expect(await second.said).toMatchObject({ url: expect.stringContaining("postgresql://") });
    await second.leave();
  });
});

/** A program that has nothing to do with PostgreSQL, of the user that owns the data: only such a pid is in its way. */
function spawnIdler({ uid, gid }: { readonly uid: number; readonly gid: number }): ChildProcess {
  const root = process.getuid?.() === 0;
  const child = spawn("sleep", ["600"], { stdio: "ignore", cwd: "/", ...(root ? { uid, gid } : {}) });
  onTestFinished(() => void child.kill("SIGKILL"));
  return child;
}

/** The shell that waits for the keeper's end; PostgreSQL's arguments are among its own. */
function watcherPid(directory: string): number {
  const found = readdirSync("/proc").find((pid) => {
    if (!/^\d+$/.test(pid)) return false;
    const file = `/proc/${pid}/cmdline`;
    const commandLine = existsSync(file) ? readFileSync(file, "utf8") : "";
    return commandLine.startsWith("/bin/sh") && commandLine.includes(join(directory, "data"));
  });
  return Number(found);
}
