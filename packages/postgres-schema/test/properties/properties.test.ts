import { availableMajors, createTestDatabase, type TestDatabase } from "@build-it/test-databases";
import fc from "fast-check";
import { Client, DatabaseError } from "pg";
import { afterAll, beforeAll, describe, test } from "vitest";
import type { Rename } from "../../src/index.ts";
import { fingerprintObserver } from "../scenarios/outside-observer.ts";
import { databaseStatements } from "./arbitrary-database.ts";
import { mutated, seeded } from "./choices.ts";
import { freeStatements } from "./free-database.ts";
import { grantees, owners, quote } from "./hostile-text.ts";
import { type ProvingGround, provePair, RefusedStatements } from "./prove-pair.ts";
import { drawRenames } from "./renamed-database.ts";
import { type Pair, shrinkPair } from "./shrink-pair.ts";

// What is written down says things that 14 has no words for.
const majors = availableMajors().filter((major) => major >= 15);
/** How many pairs are tried on all majors together. */
const pairs = Number(process.env.BUILD_IT_PROPERTY_RUNS ?? 150);

const generators = [
  {
    title: "any schema can be written out, led to any other one and back",
    statementsOf: databaseStatements,
    isFree: false,
    mayRefuse: [
      "column that a table is to have from a parent alone",
      "check that a table is to have from a parent alone",
    ],
    /** One in so many choices is another one on the other side. */
    changes: [2, 8, 30],
    runs: Math.ceil(pairs / majors.length),
  },
  {
    title: "tables, types and functions can all change at once",
    statementsOf: freeStatements,
    isFree: true,
    mayRefuse: [
      "column that a table is to have from a parent alone",
      "check that a table is to have from a parent alone",
      "column that is a table's own on one side alone",
      "type that holds another one which changes",
      "inherited column that differs from its parent's",
      "key of a partition that is of another kind",
      "index of a partition in another order",
      "index that is as another one but for its order",
    ],
    changes: [1, 2, 5],
    runs: Math.ceil(pairs / majors.length),
  },
];

describe.each(majors)("on PostgreSQL %i", (major) => {
  let database: TestDatabase;
  let client: Client;
  let observe: ProvingGround["observe"];
  const shared: ProvingGround["shared"] = new Set();
  const connect = async (): Promise<Client> => {
    // The same long statements run again and again: they are planned once.
    const session = new Client({
      connectionString: database.url,
      options: `-c plan_cache_mode=force_generic_plan -c join_collapse_limit=3 -c from_collapse_limit=3 -c jit=off
        -c client_min_messages=error`,
    });
    session.on("error", () => {});
    await session.connect();
    return session;
  };
  beforeAll(async () => {
    database = await createTestDatabase({ major });
    client = await connect();
    observe = major === 18 ? fingerprintObserver() : null;
    for (const role of [...grantees, ...owners]) await createRole(client, role);
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
  });

  /** What is taken back stays in the catalogs, where each reading goes over it, and in the memory of the session. */
  const cleanUp = async (): Promise<void> => {
    await client.query("VACUUM");
    await client.end();
    client = await connect();
  };
  let proved = 0;

  test.each(generators)(
    "$title",
    async ({ statementsOf, isFree, mayRefuse, changes, runs }) => {
      const prove = async ({ before, after }: Pair): Promise<readonly string[]> => {
        if (++proved % 100 === 0) await cleanUp();
        return provePair(before, after, { client, major, shared, observe, isFree, mayRefuse });
      };
      await fc.assert(
        fc.asyncProperty(fc.integer(), fc.constantFrom(...changes), async (number, every) => {
          const frame = seeded(number);
          const pair = {
            before: statementsOf(major, { content: frame, frame }),
            after: statementsOf(major, { content: mutated(frame, number, every), frame }),
          };
          if ((await prove(pair)).length > 0) await failWithLeast(pair, prove);
        }),
        { numRuns: runs, endOnFailure: true },
      );
    },
    60_000 + pairs * 5_000,
  );

  test(
    "tables and columns can have other names, and keep their rows",
    async () => {
      await fc.assert(
        fc.asyncProperty(
          fc.nat(),
          fc.constantFrom(...generators),
          async (number, { statementsOf, isFree, mayRefuse }) => {
            const frame = seeded(number);
            const before = statementsOf(major, { content: frame, frame });
            const { renames, statements } = await drawRenames(before, number, { client, isFree, shared });
            const prove = async ({ before }: Pair): Promise<readonly string[]> => {
              if (++proved % 100 === 0) await cleanUp();
              const ground = { client, major, shared, observe, isFree, mayRefuse, renames, keepsRows: true };
              return provePair(before, [...before, ...statements], ground);
            };
            const pair = { before, after: [] };
            if ((await prove(pair)).length > 0) await failWithLeast(pair, prove, renames);
          },
        ),
        { numRuns: Math.ceil(pairs / majors.length / 5), endOnFailure: true },
      );
    },
    60_000 + pairs * 5_000,
  );
});

/** Fails with what is wrong of the simplest pair, and with the pair. */
async function failWithLeast(
  pair: Pair,
  prove: (pair: Pair) => Promise<readonly string[]>,
  renames: readonly Rename[] = [],
): Promise<never> {
  const least = await shrinkPair(pair, async (simpler) => {
    try {
      return (await prove(simpler)).length > 0;
    } catch (error) {
      // What is to be renamed may be left out, too.
      if (error instanceof RefusedStatements || renames.length > 0) return false;
      throw error;
    }
  });
  const { before, after } = least;
  const told = renames.map((rename) => `-- ${JSON.stringify(rename)}`);
  const all = [...(await prove(least)), ...told, "-- before", ...before, "-- after", ...after];
  throw new Error(all.join(";\n").slice(0, 10_000));
}

async function createRole(client: Client, role: string): Promise<void> {
  await client.query(`CREATE ROLE ${quote(role)}`).catch((error: unknown) => {
    // Another process may have made it just now, which is a unique violation.
    if (!(error instanceof DatabaseError) || !["42710", "23505"].includes(error.code ?? "")) throw error;
  });
}
