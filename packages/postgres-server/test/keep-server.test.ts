import { existsSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { resetServer, serverStatus, startServer, stopServer, useServer } from "../src/index.ts";
import { isAlive, keeperEnded, makeServerFolder, postgresPid, query } from "./server-folder.ts";

const quick = { major: 17, durable: false };

test("a started server stays when its users have left, until it is stopped", async () => {
  const directory = makeServerFolder();
  await startServer({ directory, ...quick });
  const lease = await useServer({ directory, ...quick });
  await lease.release();
  expect(await query(lease, "SELECT 1 AS alive")).toEqual([{ alive: 1 }]);
  expect(await serverStatus({ directory })).toMatchObject({
    status: "running",
    kept: true,
    users: 0,
    port: lease.port,
  });
  const pid = postgresPid(directory);
  expect(await stopServer({ directory })).toEqual({ status: "stopped" });
  expect(isAlive(pid)).toBe(false);
});

test("a server that is used can be told to stay", async () => {
  const directory = makeServerFolder();
  const lease = await useServer({ directory, ...quick });
  expect((await startServer({ directory, ...quick })).port).toBe(lease.port);
  await lease.release();
  expect(await serverStatus({ directory })).toMatchObject({ status: "running", kept: true });
});

test("a server in use is stopped only by force", async () => {
  const directory = makeServerFolder();
  const lease = await useServer({ directory, ...quick });
  expect(await stopServer({ directory })).toEqual({ status: "in_use", users: 1 });
  expect(await query(lease, "SELECT 1 AS alive")).toEqual([{ alive: 1 }]);
  expect(await stopServer({ directory, force: true })).toEqual({ status: "stopped" });
  await lease.release();
  expect(await serverStatus({ directory })).toMatchObject({ status: "stopped", major: 17, port: undefined });
});

test("what does not run is not stopped", async () => {
  const directory = makeServerFolder();
  expect(await stopServer({ directory })).toEqual({ status: "not_running" });
  expect(await serverStatus({ directory })).toMatchObject({ status: "stopped", major: undefined });
});

test("a reset deletes the data, and the next start may be of another major", async () => {
  const directory = makeServerFolder();
  await startServer({ directory, ...quick });
  await resetServer({ directory });
  expect(existsSync(join(directory, "data"))).toBe(false);
  const lease = await useServer({ directory, ...quick, major: 18 });
  expect(lease.major).toBe(18);
  await lease.release();
  await keeperEnded(directory);
});
