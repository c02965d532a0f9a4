import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { ServerProblem, useServer } from "../src/index.ts";
import { choosePort, isFree } from "../src/prepare/choose-port.ts";
import { keeperEnded, makeServerFolder, query } from "./server-folder.ts";

const quick = { major: 17, durable: false };

/** Has something else listen on the port during the test. */
async function occupy(port: number): Promise<void> {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(port, "127.0.0.1", resolve));
  onTestFinished(() => void other.close());
}

test("data of another major is refused, and stays as it is", async () => {
  const directory = makeServerFolder();
  const lease = await useServer({ directory, ...quick });
  await query(lease, "CREATE TABLE kept AS SELECT 1 AS id");
  await expect(useServer({ directory, ...quick, major: 18 })).rejects.toMatchObject({ code: "other_major" });
  await lease.release();
  await keeperEnded(directory);
  await expect(useServer({ directory, ...quick, major: 18 })).rejects.toThrow(
    "belongs to PostgreSQL 17, but PostgreSQL 18 was asked for",
  );
  expect(await query(await useServer({ directory, ...quick }), "SELECT id FROM kept")).toEqual([{ id: 1 }]);
});

test("a port that was asked for and is taken is a problem, for everybody who waits", async () => {
  const directory = makeServerFolder();
  const port = await choosePort();
  await occupy(port);
  const attempts = await Promise.allSettled([1, 2, 3].map(() => useServer({ directory, ...quick, port })));
  for (const attempt of attempts) expect(attempt).toMatchObject({ reason: { code: "port_conflict" } });
  await keeperEnded(directory);
});

test("a port that was asked for is used, until none is asked for", async () => {
  const directory = makeServerFolder();
  const port = await choosePort();
  const lease = await useServer({ directory, ...quick, port });
  expect(lease.urlOf("postgres")).toContain(`@127.0.0.1:${port}/`);
  const problem = await useServer({ directory, ...quick, port: port + 1 }).catch((error) => error);
  expect(problem).toBeInstanceOf(ServerProblem);
  expect(problem).toMatchObject({ code: "other_port", remedy: expect.stringContaining(`${port}`) });
});

test("a port that was chosen and is taken later gives way to another", async () => {
  const directory = makeServerFolder();
  const first = await useServer({ directory, ...quick });
  await first.release();
  await keeperEnded(directory);
  await occupy(first.port);
  const second = await useServer({ directory, ...quick });
  expect(second.port).not.toBe(first.port);
  expect(await query(second, "SELECT 1 AS alive")).toEqual([{ alive: 1 }]);
});

test("a chosen port is free, and below the range of outgoing connections", async () => {
  const port = await choosePort();
  expect(await isFree(port)).toBe(true);
  expect(port).toBeGreaterThan(1024);
  expect(port).toBeLessThan(32_768);
  await occupy(port);
  expect(await isFree(port)).toBe(false);
});

test("a folder that holds something else is not touched", async () => {
  const directory = makeServerFolder();
  mkdirSync(join(directory, "data"));
  writeFileSync(join(directory, "data", "thesis.txt"), "years of work");
  await expect(useServer({ directory, ...quick })).rejects.toMatchObject({ code: "not_a_data_directory" });
  expect(readdirSync(join(directory, "data"))).toEqual(["thesis.txt"]);
});

test("a major that is not installed is named", async () => {
  const directory = makeServerFolder();
  await expect(useServer({ directory, major: 12 })).rejects.toMatchObject({
    code: "binaries_missing",
    message: expect.stringContaining("PostgreSQL 12"),
  });
});

/** A file system of a few megabytes; undefined where one may not mount. */
function mountSmallDisk(megabytes: number): string | undefined {
  const disk = mkdtempSync(join(tmpdir(), "build-it-disk-"));
  try {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m,mode=0755`, "tmpfs", disk], { stdio: "ignore" });
  } catch {
    rmSync(disk, { recursive: true });
    return undefined;
  }
  onTestFinished(() => {
    // Lazily: the keeper has said goodbye, but its process may be on its way out of the folder.
    execFileSync("umount", ["--lazy", disk]);
    rmSync(disk, { recursive: true });
  });
  return disk;
}

test("a disk that is full while the data is made is a problem, and nothing is left behind", async ({ skip }) => {
  const disk = mountSmallDisk(20);
  if (disk === undefined) return skip("only root may mount a small disk");
  const directory = makeServerFolder(disk);
  await expect(useServer({ directory, ...quick })).rejects.toMatchObject({ code: "disk_full" });
  await keeperEnded(directory);
  expect(readdirSync(directory).filter((name) => name.startsWith("data"))).toEqual([]);
});

test("a disk that is full when the server starts is a problem", async ({ skip }) => {
  const disk = mountSmallDisk(120);
  if (disk === undefined) return skip("only root may mount a small disk");
  const directory = makeServerFolder(disk);
  const lease = await useServer({ directory, ...quick });
  await lease.release();
  await keeperEnded(directory);
  expect(() => writeFileSync(join(disk, "filling"), Buffer.alloc(120 * 1024 * 1024))).toThrow("ENOSPC");
  await expect(useServer({ directory, ...quick })).rejects.toMatchObject({ code: "disk_full" });
});
