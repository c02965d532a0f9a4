import { existsSync, readFileSync } from "node:fs";
import { availableMajors, createTestDatabase, type TestDatabase, type TestMajor } from "@build-it/test-databases";
import { afterEach, describe, expect, test } from "vitest";
import { diffSchemas, planBetweenCatalogs, printScript } from "../src/index.ts";
import { observedDifference, outsideObserver } from "./scenarios/outside-observer.ts";
import { readAll } from "./scenarios/read-all.ts";

// Schemas of real projects, kept outside of the repository; without them these tests are skipped.
const folder = process.env.BUILD_IT_REAL_SCHEMAS ?? "../shared/schemas";

const schemas: readonly {
  readonly name: string;
  readonly files: readonly string[];
  readonly majors: readonly TestMajor[];
}[] = [
  { name: "Chinook", files: ["chinook.sql", "chinook-data.sql"], majors: [15, 16, 17, 18] },
  { name: "Atomic CRM, a Supabase project", files: ["supabase-stub.sql", "atomic-crm.sql"], majors: [15, 16, 17, 18] },
  { name: "Pagila with its partitions", files: ["pagila.sql"], majors: [18] },
];

describe.skipIf(!existsSync(folder)).each(availableMajors())("on PostgreSQL %i", (major) => {
  const databases: TestDatabase[] = [];
  const openDatabase = async () => {
    const database = await createTestDatabase({ major });
    databases.push(database);
    return { url: database.url, client: await database.client() };
  };
  afterEach(async () => {
    for (const database of databases.splice(0)) await database.drop();
  });
  const observe = outsideObserver(major);

  test.each(schemas.filter(({ majors }) => majors.includes(major)))(
    "$name is written out as it is",
    async ({ files }) => {
      const [original, copy] = [await openDatabase(), await openDatabase()];
      for (const file of files) await original.client.query(readFileSync(`${folder}/${file}`, "utf8"));
      await original.client.query("RESET ALL");
      const wanted = await readAll(original.client);

      const options = { postgresMajor: major, runBy: await currentUser(copy.client) };
      const result = planBetweenCatalogs(await readAll(copy.client), wanted, options);
      if (result.status === "refused") throw new Error(JSON.stringify(result.refusals));
      await copy.client.query(printScript(result.plan));

      await copy.client.query("RESET ALL");
      const { added, removed, changed } = diffSchemas(wanted.schema, (await readAll(copy.client)).schema);
      expect({ added, removed, changed }).toEqual({ added: [], removed: [], changed: [] });
      if (observe === null) return;
      expect(observedDifference(await observe(original), await observe(copy))).toEqual([]);
    },
  );
});

async function currentUser(client: Awaited<ReturnType<TestDatabase["client"]>>): Promise<string> {
  const { rows } = await client.query<{ name: string }>("SELECT current_user AS name");
  return rows[0]?.name ?? "";
}
