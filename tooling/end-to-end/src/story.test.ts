import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withAccount, withLocation, withPhone, withTerritory } from "./seed-model.ts";
import { createWorkspace, type Workspace } from "./workspace.ts";

/** The seed's story, on one database, in order. */
describe.each([17, 18] as const)("on PostgreSQL %i", (major) => {
  let workspace: Workspace;
  beforeAll(async () => {
    workspace = await createWorkspace({ major });
  });
  afterAll(() => workspace[Symbol.asyncDispose]());

  /** The statements of a migration, without its header. */
  const statementsOf = async (file: string): Promise<string> =>
    (await workspace.read(`database/migrations/${file}`))
      .split("\n")
      .filter((line) => !line.startsWith("--"))
      .join("\n")
      .trim();

  const columnsOf = (table: string) =>
    workspace
      .query<{ column_name: string }>(
        `SELECT column_name FROM information_schema.columns WHERE table_schema = 'public' AND table_name = '${table}' ORDER BY ordinal_position`,
      )
      .then((rows) => rows.map(({ column_name }) => column_name));

  const tablesOf = () =>
    workspace
      .query<{ tablename: string }>("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1")
      .then((rows) => rows.map(({ tablename }) => tablename));

  const schemaText = async (): Promise<string> => {
    const report = await workspace.buildIt("verify", "--json");
    expect(report.exitCode, report.stderr).toBe(0);
    return (JSON.parse(report.stdout) as { schemaFingerprint: string }).schemaFingerprint;
  };

  const fingerprints: string[] = [];

  async function build(): Promise<void> {
    const { exitCode, stderr } = await workspace.buildIt("run");
    expect(exitCode, stderr).toBe(0);
  }

  test("Account becomes 001, a table", async () => {
    await workspace.writeModel(withAccount);
    await build();
    expect(await statementsOf("001_account.sql")).toMatch(/^CREATE TABLE public\.accounts \(/);
    expect(await columnsOf("accounts")).toEqual(["id", "name", "type", "status"]);
    fingerprints.push(await schemaText());
  });

  test("+ Location becomes 002, which holds only the new table", async () => {
    await workspace.writeModel(withLocation);
    await build();
    const sql = await statementsOf("002_location.sql");
    expect(sql.match(/CREATE TABLE [^ ]+/g)).toEqual(["CREATE TABLE public.locations"]);
    expect(sql).toContain("FOREIGN KEY (account_id) REFERENCES public.accounts (id) ON DELETE CASCADE");
    expect(sql).not.toMatch(/ALTER TABLE public\.accounts|ON public\.accounts/);
    fingerprints.push(await schemaText());
  });

  test("+ phone becomes 003, which holds only the ADD COLUMN", async () => {
    await workspace.writeModel(withPhone);
    await build();
    expect(await statementsOf("003_add_phone.sql")).toBe(
      "ALTER TABLE public.accounts ADD COLUMN phone character varying(20);",
    );
    fingerprints.push(await schemaText());
  });

  test("a new table and a column on an old one come together", async () => {
    await workspace.writeModel(withTerritory);
    await build();
    const [file = ""] = (await readdir(join(workspace.app, "database/migrations"))).filter((name) =>
      name.startsWith("004"),
    );
    const sql = await statementsOf(file);
    expect(sql).toContain("CREATE TABLE public.territories (");
    expect(sql).toContain("ALTER TABLE public.accounts ADD COLUMN territory_id uuid;");
    expect(sql).toContain("FOREIGN KEY (territory_id) REFERENCES public.territories (id)");
    fingerprints.push(await schemaText());
  });

  test("the same again changes nothing and says so", async () => {
    const before = await workspace.hashFiles();
    const { exitCode, stderr, stdout } = await workspace.buildIt("run");
    expect(exitCode, stderr).toBe(0);
    expect(`${stdout}${stderr}`).toMatch(/nothing changed/);
    expect(await workspace.hashFiles()).toEqual(before);
    const status = JSON.parse((await workspace.buildIt("status", "--json")).stdout);
    expect(status).toMatchObject({ iteration: 4, filesIteration: 4, state: "verified", pending: [] });
  });

  test("the record has the seed's shape, and history fills in when it was applied", async () => {
    const history = JSON.parse((await workspace.buildIt("history", "--json")).stdout);
    expect(history.iterations[1]).toMatchObject({
      iteration: 2,
      databaseChanges: {
        tables: { created: ["locations"], modified: [], deleted: [] },
        columns: { added: [], modified: [], deleted: [] },
        migrations: [
          {
            file: "002_location.sql",
            checksum: expect.stringMatching(/^[0-9a-f]{64}$/),
            applied: expect.stringMatching(/^\d{4}-/),
          },
        ],
      },
      rollback: {
        migrations: [{ file: "002_location_rollback.sql" }],
        procedure: expect.arrayContaining(["DROP TABLE public.locations"]),
      },
    });
    expect(
      history.rows.map(({ iteration, success }: { iteration: number; success: boolean }) => [iteration, success]),
    ).toEqual([
      [1, true],
      [2, true],
      [3, true],
      [4, true],
    ]);
  });

  test("rollback --to 1 leaves exactly iteration 1's schema", async () => {
    const { exitCode, stderr } = await workspace.buildIt("rollback", "--to", "1");
    expect(exitCode, stderr).toBe(0);
    expect(await tablesOf()).toEqual(["accounts"]);
    expect(await columnsOf("accounts")).toEqual(["id", "name", "type", "status"]);
    expect(await schemaText()).toBe(fingerprints[0]);
    const status = JSON.parse((await workspace.buildIt("status", "--json")).stdout);
    expect(status).toMatchObject({ iteration: 1, filesIteration: 4, state: "pending" });
  });

  test("building again reaches the same end", async () => {
    await build();
    expect(await schemaText()).toBe(fingerprints[3]);
    expect(await tablesOf()).toEqual(["accounts", "locations", "territories"]);
  });

  test("a rollback archives the rows that it has no place for, and the next build brings them back", async () => {
    await workspace.query("INSERT INTO territories (name) VALUES ('North'), ('South')");
    const already = await workspace.buildIt("rollback", "--to", "4");
    expect(already.exitCode, already.stderr).toBe(0);
    const foreseen = await workspace.buildIt("rollback", "--to", "3", "--dry-run");
    expect(foreseen.exitCode, foreseen.stderr).toBe(0);
    expect(foreseen.stdout).toContain("territories: 2 rows to be archived");
    expect(foreseen.stdout).toContain("DROP TABLE public.territories");
    expect(await tablesOf()).toContain("territories");
    const done = await workspace.buildIt("rollback", "--to", "3");
    expect(done.exitCode, done.stderr).toBe(0);
    expect(done.stdout).toContain("territories: 2 rows archived");
    expect(await schemaText()).toBe(fingerprints[2]);
    await build();
    expect(await workspace.query("SELECT name FROM territories ORDER BY name")).toEqual([
      { name: "North" },
      { name: "South" },
    ]);
  });

  test("what is given up by name is not archived", async () => {
    const told = await workspace.buildIt("rollback", "--to", "3", "--discard-data");
    expect(told.exitCode, told.stderr).toBe(0);
    expect(told.stdout).toContain("territories: 2 rows given up");
    await build();
    expect(await workspace.query("SELECT name FROM territories")).toEqual([]);
  });
});
