import { databaseSchema, introspectSchema, type SchemaObject } from "@build-it/postgres-schema";
import { availableMajors, createTestDatabase } from "@build-it/test-databases";
import { expect, test } from "vitest";
import { compareWithLive, readLiveSchema } from "./compare-with-live.ts";

const madeBy = (condition: string): string =>
  `CREATE TABLE rooms (id int PRIMARY KEY, beds int${condition.includes("floor") ? ", floor int" : ""});
   CREATE VIEW large AS SELECT rooms.id FROM rooms WHERE ${condition};
   CREATE MATERIALIZED VIEW counted AS SELECT rooms.beds, count(*) AS rooms FROM rooms GROUP BY rooms.beds;`;

/** How a database of one version compares with what another version printed, where the view's condition differs or not. */
async function compareBetween(majors: readonly [15 | 17, 15 | 17], conditions: readonly [string, string]) {
  const [live, other] = await Promise.all(majors.map((major) => createTestDatabase({ major })));
  if (live === undefined || other === undefined) throw new Error("two databases were made");
  try {
    const [client, elsewhere] = [await live.client(), await other.client()];
    await client.query(madeBy(conditions[0]));
    await elsewhere.query(madeBy(conditions[1]));
    const { schema } = await introspectSchema(elsewhere, { schemas: ["public"] });
    const isOurs = (object: SchemaObject) =>
      object.kind !== "privilege" && object.kind !== "comment" && object.kind !== "schema";
    const expected = databaseSchema([...schema.objects.values()].filter(isOurs));
    const definition = (from: typeof schema) => {
      const view = from.objects.get("view:public.large");
      return view?.kind === "view" ? view.definition : undefined;
    };
    const read = await readLiveSchema(client, ["public"]);
    await client.query("BEGIN");
    const { differences } = await compareWithLive(client, read, expected);
    await client.query("COMMIT");
    return {
      alike: definition(read.schema) === definition(expected),
      differences: differences.map(({ subject }) => subject),
    };
  } finally {
    await Promise.all([live.drop(), other.drop()]);
  }
}

test.skipIf(!availableMajors().includes(15)).each([
  [15, 17],
  [17, 15],
] as const)("views on PostgreSQL %i are those that %i prints in other words", async (...majors) => {
  expect(await compareBetween(majors, ["rooms.beds > 2", "rooms.beds > 2"])).toEqual({ alike: false, differences: [] });
  const { differences } = await compareBetween(majors, ["rooms.beds > 2", "rooms.beds > 3"]);
  expect(differences).toEqual(["large"]);
});

test("a view that refers to what is not there differs, and the connection goes on", async () => {
  const { differences } = await compareBetween([17, 17], ["rooms.beds > 2", "rooms.floor > 2"]);
  expect(differences).toEqual(["rooms.floor", "large"]);
});
