import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { embeddedMajors, ensureDatabase, serverStatus, useServer } from "../src/index.ts";
import { isAlive, keeperEnded, makeServerFolder, postgresPid, query } from "./server-folder.ts";
import { spawnClient } from "./spawn-client.ts";

describe.each(embeddedMajors)("PostgreSQL %s", (major) => {
  test("starts on an empty folder, with settings that are the same everywhere", async () => {
    const server = await useServer({ directory: makeServerFolder(), major });
    const [settings] = await query(
      server,
      `SELECT current_setting('server_version_num')::int / 10000 AS major, current_setting('timezone') AS timezone,
        current_setting('jit') AS jit, current_setting('fsync') AS fsync,
        current_setting('server_encoding') AS encoding, lower('ÄÖ') AS lower`,
    );
    expect(settings).toEqual({ major, timezone: "UTC", jit: "off", fsync: "on", encoding: "UTF8", lower: "äö" });
    await server.release();
  });

  test("refuses a wrong password, from this computer too", async () => {
    const server = await useServer({ directory: makeServerFolder(), major, durable: false });
    const wrong = server.urlOf("postgres").replace(/:[^:@]+@/, ":wrong@");
    await expect(query({ urlOf: () => wrong }, "SELECT 1")).rejects.toThrow("password authentication failed");
  });

  test("starts again in well under a second, with its data, its port and its password", async () => {
    const directory = makeServerFolder();
    const first = await useServer({ directory, major });
    await query(first, "CREATE TABLE kept AS SELECT 1 AS id");
    await first.release();
    await keeperEnded(directory);
    const startedAt = performance.now();
    const second = await useServer({ directory, major });
    expect(performance.now() - startedAt).toBeLessThan(1000);
    expect(second.urlOf("x")).toBe(first.urlOf("x"));
    expect(await query(second, "SELECT id FROM kept")).toEqual([{ id: 1 }]);
  });

  test("is shared by processes, and stops when the last leaves", async () => {
    const directory = makeServerFolder();
    const one = await spawnClient({ directory, major, durable: false });
    const { url } = await one.said;
    const other = await spawnClient({ directory, major, durable: false });
    expect(await other.said).toMatchObject({ url });
    const pid = postgresPid(directory);
    await one.leave();
    expect(await query({ urlOf: () => url }, "SELECT 1 AS alive")).toEqual([{ alive: 1 }]);
    await other.leave();
    await keeperEnded(directory);
    expect(isAlive(pid)).toBe(false);
  });

  test("stops when the last user is killed, and not before", async () => {
    const directory = makeServerFolder();
    const [one, other] = [await spawnClient({ directory, major }), await spawnClient({ directory, major })];
    const [{ url }] = await Promise.all([one.said, other.said]);
    const pid = postgresPid(directory);
    await one.kill();
    expect(await query({ urlOf: () => url }, "SELECT 1 AS alive")).toEqual([{ alive: 1 }]);
    await other.kill();
    await keeperEnded(directory);
    expect(isAlive(pid)).toBe(false);
  });

  test("is started once by processes that start it at the same moment", async () => {
    const directory = makeServerFolder();
    const clients = await Promise.all([1, 2, 3].map(() => spawnClient({ directory, major, durable: false })));
    const said = await Promise.all(clients.map((client) => client.said));
    expect(new Set(said.map(({ url }) => url)).size).toBe(1);
    expect(await serverStatus({ directory })).toMatchObject({ status: "running", users: 3 });
    expect(readdirSync(directory).filter((name) => name.includes("partial"))).toEqual([]);
    await Promise.all(clients.map((client) => client.leave()));
  });

  test("comes back for whoever asks while it stops", async () => {
    const directory = makeServerFolder();
    for (let round = 0; round < 3; round += 1) {
      const lease = await useServer({ directory, major, durable: false });
      expect(await query(lease, "SELECT 1 AS alive")).toEqual([{ alive: 1 }]);
      await lease.release();
    }
  });
});

test("a folder may have a path that is too long for a socket", async () => {
  const directory = join(makeServerFolder(), "x".repeat(120));
  mkdirSync(directory);
  const [one, other] = [await useServer({ directory, major: 17 }), await useServer({ directory, major: 17 })];
  expect(other.port).toBe(one.port);
  await Promise.all([one.release(), other.release()]);
  await keeperEnded(directory);
  expect(existsSync(join(directory, "data", "postmaster.pid"))).toBe(false);
});

test("a database is created once, however many ask for it", async () => {
  const server = await useServer({ directory: makeServerFolder(), major: 17, durable: false });
  const [url = ""] = await Promise.all([1, 2, 3].map(() => ensureDatabase(server, 'a "name" of mine')));
  expect(await query({ urlOf: () => url }, "SELECT current_database() AS name")).toEqual([
    { name: 'a "name" of mine' },
  ]);
});
