import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Column, Table } from "@build-it/postgres-schema";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DatabaseFiles } from "../3-write/read-database-files.ts";
import { snapshotFormat } from "../3-write/snapshot.ts";
import type { DatabaseProject } from "../project.ts";
import { writeTypesOf } from "./write-types.ts";

let folder: string;
let project: DatabaseProject;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "build-it-types-"));
  const noServer = () => Promise.reject(new Error("types need no server"));
  project = {
    name: "shop",
    databaseFolder: join(folder, "database"),
    typesFolder: join(folder, "types"),
    workFolder: join(folder, "work"),
    changes: "simple",
    batches: { rows: 1, pauseMs: 0 },
    target: noServer,
    shadow: noServer,
  };
});
afterAll(() => rm(folder, { recursive: true }));

const place = { schema: "public", table: "items" };
const table = { kind: "table", schema: "public", name: "items" } as Table;
const column = {
  kind: "column",
  ...place,
  name: "id",
  type: "uuid",
  typeObject: null,
  dependsOn: [],
} as unknown as Column;

const files: DatabaseFiles = {
  iterations: [],
  snapshot: {
    format: snapshotFormat,
    iteration: 1,
    postgresMajor: 17,
    design: { objects: [], origins: {}, retained: {}, enumValues: {}, usedCasts: {} },
    catalog: [column, table],
  },
};
const withoutSnapshot: DatabaseFiles = {
  iterations: [],
  get snapshot(): never {
    throw new Error("the snapshot is not needed");
  },
};

test("the snapshot is parsed for types once, whatever becomes of the files", async () => {
  const first = await writeTypesOf(project, files);
  expect(first.typeFiles).toContain("tables.ts");
  expect(first.tables.map(({ name }) => name)).toEqual(["items"]);
  expect(await writeTypesOf(project, withoutSnapshot)).toEqual({ ...first, typeFiles: [] });

  const file = join(project.typesFolder, "tables.ts");
  const text = await readFile(file, "utf8");
  await writeFile(file, `${text}// edited\n`);
  expect(await writeTypesOf(project, withoutSnapshot)).toEqual({ ...first, typeFiles: ["tables.ts"] });
  expect(await readFile(file, "utf8")).toBe(text);
});

test("what is kept of another iteration, or cannot be read, is not taken", async () => {
  const first = await writeTypesOf(project, files);
  const cache = join(project.workFolder, "cache", "tables.json");
  for (const kept of [JSON.stringify({ key: "another", tables: [] }), "{"]) {
    await writeFile(cache, kept);
    await expect(writeTypesOf(project, withoutSnapshot)).rejects.toThrow("the snapshot is not needed");
    expect((await writeTypesOf(project, files)).tables).toEqual(first.tables);
  }
});
