import { cp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withAccount, withLocation, withPhone } from "./seed-model.ts";
import { createWorkspace, type Workspace } from "./workspace.ts";

/** Whatever is not as it was made stops the pipeline before anything is changed. */

let workspace: Workspace;
beforeAll(async () => {
  workspace = await createWorkspace();
  for (const files of [withAccount, withLocation, withPhone]) {
    await workspace.writeModel(files);
    const { exitCode, stderr } = await workspace.buildIt("run");
    expect(exitCode, stderr).toBe(0);
  }
});
afterAll(() => workspace[Symbol.asyncDispose]());

interface Drift {
  readonly name: string;
  /** What somebody does by hand. */
  readonly sql: string;
  readonly exitCode: number;
  /** What the run must say: what differs, where, what was expected. */
  readonly says: readonly (string | RegExp)[];
}

const drifts: readonly Drift[] = [
  {
    name: "a column dropped by hand",
    sql: "ALTER TABLE accounts DROP COLUMN phone",
    exitCode: 4,
    says: ["database/drift_missing", "The column accounts.phone is missing", /expected +there/, /found +missing/],
  },
  {
    name: "a type changed by hand",
    sql: "ALTER TABLE accounts ALTER COLUMN phone TYPE text",
    exitCode: 4,
    says: ["database/drift_changed", "accounts.phone", /expected +character varying\(20\)/, /found +text/],
  },
  {
    name: "a constraint missing",
    sql: "ALTER TABLE accounts DROP CONSTRAINT accounts_status_check",
    exitCode: 4,
    says: ["database/drift_missing", "The check constraint accounts_status_check of accounts is missing"],
  },
  {
    name: "a foreign key missing",
    sql: "ALTER TABLE locations DROP CONSTRAINT locations_account_id_fkey",
    exitCode: 4,
    says: ["The foreign key locations_account_id_fkey of locations is missing"],
  },
  {
    name: "an index invalid",
    sql: "UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'locations_account_id_idx'::regclass",
    exitCode: 4,
    says: [
      "The index locations_account_id_idx of locations is not as it should be",
      "whether it is valid",
      /expected +true/,
      /found +false/,
    ],
  },
  {
    name: "an extra column",
    sql: "ALTER TABLE accounts ADD COLUMN fax text",
    exitCode: 4,
    says: ["database/drift_extra", "The column accounts.fax is in the database, and the model knows nothing of it"],
  },
  {
    name: "a changed default",
    sql: "ALTER TABLE accounts ALTER COLUMN status SET DEFAULT 'inactive'",
    exitCode: 4,
    says: [
      "The default of accounts.status is not as it should be",
      /expected +'active'::text/,
      /found +'inactive'::text/,
    ],
  },
  {
    name: "a policy opened",
    sql: "ALTER POLICY authenticated_select ON accounts TO public",
    exitCode: 4,
    says: ["The policy authenticated_select of accounts", "its roles", /expected +\["authenticated"\]/],
  },
  {
    name: "row level security switched off",
    sql: "ALTER TABLE accounts DISABLE ROW LEVEL SECURITY",
    exitCode: 4,
    says: ["The table accounts", "row level security", /expected +true/],
  },
  {
    name: "a right granted",
    sql: "GRANT SELECT ON accounts TO anon",
    exitCode: 4,
    says: ["The privileges of anon on the table accounts"],
  },
  {
    name: "a trigger switched off",
    sql: "ALTER TABLE locations DISABLE TRIGGER set_change_time",
    exitCode: 4,
    says: ["The trigger set_change_time of locations", /expected +origin/, /found +disabled/],
  },
  {
    name: "a table dropped",
    sql: "DROP TABLE locations",
    exitCode: 4,
    says: ["The table locations is missing"],
  },
  {
    name: "a history row without a file",
    sql: `INSERT INTO build_it.migration_history (iteration, migration_file, checksum, success, action, record_hash, duration_ms, environment)
          SELECT 2, '002_other.sql', checksum, true, 'apply', record_hash, 0, 'development' FROM build_it.migration_history WHERE iteration = 2`,
    exitCode: 7,
    says: ["database/history_row_without_file", "002_other.sql"],
  },
  {
    name: "a history row removed",
    sql: "DELETE FROM build_it.migration_history WHERE iteration = 2",
    exitCode: 7,
    says: ["database/history_gap", "iteration 2"],
  },
  {
    name: "a history row changed",
    sql: "UPDATE build_it.migration_history SET checksum = repeat('0', 64) WHERE iteration = 3",
    exitCode: 7,
    says: ["database/history_checksum_differs", "003_add_phone.sql"],
  },
  {
    name: "a database ahead of the files",
    sql: `INSERT INTO build_it.migration_history (iteration, migration_file, checksum, success, action, record_hash, duration_ms, environment)
          VALUES (4, '004_later.sql', repeat('a', 64), true, 'apply', repeat('b', 64), 0, 'development')`,
    exitCode: 7,
    says: ["database/ahead_of_files", "is at iteration 4", "the files end at iteration 3", "004_later.sql", "git pull"],
  },
];

describe("the database was changed by hand", () => {
  test.each(drifts)("$name halts with exit $exitCode and changes nothing", async ({ sql, exitCode, says }) => {
    await workspace.onCopy(async () => {
      // Notes that the copy is right, so that the drift has to be noticed by the fast path too.
      expect((await workspace.buildIt("verify")).exitCode).toBe(0);
      await workspace.query(sql);
      const before = { database: await workspace.describeDatabase(), files: await workspace.hashFiles() };
      const result = await workspace.buildIt("run");
      expect(result.exitCode, result.stderr).toBe(exitCode);
      const said = result.stderr.replaceAll(/\s+/g, " ");
      for (const words of says) expect(said).toMatch(words);
      expect({ database: await workspace.describeDatabase(), files: await workspace.hashFiles() }).toEqual(before);
    });
  });
});

const edits = [
  {
    name: "an edited migration file",
    file: "database/migrations/003_add_phone.sql",
    says: ["database/file_edited", "migrations/003_add_phone.sql"],
  },
  {
    name: "an edited rollback file",
    file: "database/rollbacks/002_location_rollback.sql",
    says: ["database/file_edited", "rollbacks/002_location_rollback.sql"],
  },
  {
    name: "an edited iteration record",
    file: "database/iterations/002.json",
    says: ["database/record_edited", "iterations/002.json"],
  },
  { name: "an edited snapshot", file: "database/snapshot.json", says: ["database/file_edited", "snapshot.json"] },
] as const;

describe("the files were changed by hand", () => {
  const onCopyOfFiles = async (work: () => Promise<void>): Promise<void> => {
    const folder = join(workspace.app, "database");
    const kept = join(workspace.root, "kept");
    await cp(folder, kept, { recursive: true });
    try {
      await work();
    } finally {
      await rm(folder, { recursive: true });
      await cp(kept, folder, { recursive: true });
      await rm(kept, { recursive: true });
    }
  };

  const expectHalt = async (says: readonly string[]): Promise<void> => {
    const before = { database: await workspace.describeDatabase(), files: await workspace.hashFiles() };
    const result = await workspace.buildIt("run");
    expect(result.exitCode, result.stderr).toBe(7);
    const said = result.stderr.replaceAll(/\s+/g, " ");
    for (const words of says) expect(said).toContain(words);
    expect({ database: await workspace.describeDatabase(), files: await workspace.hashFiles() }).toEqual(before);
  };

  test.each(edits)("$name halts with exit 7 and changes nothing", async ({ file, says }) => {
    await onCopyOfFiles(async () => {
      const text = await workspace.read(file);
      const edited = text.replace("locations", "Locations").replace("character varying(20)", "character varying(21)");
      expect(edited).not.toBe(text);
      await writeFile(join(workspace.app, file), edited);
      await expectHalt(says);
    });
  });

  test("a missing migration file halts with exit 7", async () => {
    await onCopyOfFiles(async () => {
      await rm(join(workspace.app, "database/migrations/002_location.sql"));
      await expectHalt(["database/file_missing", "migrations/002_location.sql"]);
    });
  });

  test("a migration that no iteration knows halts with exit 7", async () => {
    await onCopyOfFiles(async () => {
      await writeFile(join(workspace.app, "database/migrations/004_mine.sql"), "SELECT 1;\n");
      await expectHalt(["database/file_without_record", "004_mine.sql"]);
    });
  });
});

test("objects that BUILD IT never made are reported, not touched, and do not halt", async () => {
  await workspace.onCopy(async () => {
    await workspace.query(
      "CREATE TABLE notes (id int); CREATE INDEX mine ON accounts (name); CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS 'SELECT 1'; CREATE MATERIALIZED VIEW seen AS SELECT 1 AS one; ALTER TABLE accounts SET (fillfactor = 80)",
    );
    const result = await workspace.buildIt("run");
    expect(result.exitCode, result.stderr).toBe(0);
    for (const name of [
      "the table notes",
      "the index mine of accounts",
      "the function mine()",
      "seen",
      "the parameter fillfactor of the table accounts",
    ])
      expect(result.stderr).toContain(name);
    expect(await workspace.query("SELECT FROM notes")).toEqual([]);
    // The fast path remembers them.
    expect((await workspace.buildIt("verify", "--json")).stdout).toContain("the table notes");
  });
});
