import { existsSync, readFileSync } from "node:fs";
import { availableMajors, createTestDatabase, type TestDatabase } from "@build-it/test-databases";
import { afterEach, describe, expect, test } from "vitest";
import { fingerprintSchema } from "../schema/fingerprint.ts";
import { introspectSchema } from "./introspect-schema.ts";

// Schemas of real projects, kept outside of the repository; without them these tests are skipped.
const folder = process.env.BUILD_IT_REAL_SCHEMAS ?? "../shared/schemas";

const majors = availableMajors().filter((major) => major >= 15);

describe.skipIf(!existsSync(folder)).each(majors)("PostgreSQL %i, schemas of real projects", (major) => {
  let database: TestDatabase | undefined;
  afterEach(async () => {
    await database?.drop();
    database = undefined;
  });

  const read = async (...files: readonly string[]) => {
    database = await createTestDatabase({ major });
    const client = await database.client();
    for (const file of files) await client.query(readFileSync(`${folder}/${file}`, "utf8"));
    const first = await introspectSchema(client, { schemas: ["public"] });
    const second = await introspectSchema(client, { schemas: ["public"] });
    expect(fingerprintSchema(second.schema)).toBe(fingerprintSchema(first.schema));
    const count = (names: readonly string[]) =>
      Object.fromEntries([...new Set(names)].sort().map((name) => [name, names.filter((it) => it === name).length]));
    return {
      objects: count([...first.schema.objects.values()].map(({ kind }) => kind)),
      unmodelled: count(first.unmodelled.map(({ what }) => what)),
    };
  };

  test("reads Chinook", async () => {
    expect(await read("chinook.sql")).toMatchObject({
      objects: { table: 11, column: 64, primary_key: 11, foreign_key: 11, index: 11 },
      unmodelled: {},
    });
  });

  test("reads Atomic CRM, a Supabase project", async () => {
    expect(await read("supabase-stub.sql", "atomic-crm.sql")).toMatchObject({
      objects: { table: 10, column: 86, foreign_key: 11, function: 14, policy: 33, trigger: 14, view: 4 },
      unmodelled: {},
    });
  });

  test.runIf(major >= 18)("reads Pagila with its partitions", async () => {
    expect(await read("pagila.sql")).toMatchObject({
      objects: {
        table: 71,
        enum: 1,
        view: 7,
        function: 9,
        sequence: 13,
        aggregate: 1,
        domain: 2,
        materialized_view: 1,
      },
      unmodelled: {},
    });
  });
});
