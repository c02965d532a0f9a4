import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { observe, oracle } from "./observe-import.ts";
import { createWorkspace, type Workspace } from "./workspace.ts";

/** Old iterations become one baseline, and every database that is at its end or past it goes on as before. */

/** Databases of the same server that each stopped at another iteration. */
const places = ["at_2", "at_3", "at_4", "whole", "fresh"] as const;
type Place = (typeof places)[number];

let workspace: Workspace;
let url: string;
beforeAll(async () => {
  const environments = [
    ...places.map((name) => `${name}: { apply: "auto", target: { embedded: true, database: "${name}" } }`),
    `staging: { apply: "approved", target: { embedded: true, database: "staging" } }`,
  ];
  workspace = await createWorkspace({ major: 18, environments: environments.join(", ") });
  url = (await succeed("db", "url")).trim();
});
afterAll(() => workspace[Symbol.asyncDispose]());

const end = async (exitCode: number, ...words: readonly string[]) => {
  const result = await workspace.buildIt(...words);
  expect(result.exitCode, result.stderr).toBe(exitCode);
  // Lines end where the terminal does.
  return { ...result, stderr: result.stderr.replaceAll(/\s+/g, " ") };
};
const succeed = async (...words: readonly string[]): Promise<string> => (await end(0, ...words)).stdout;
const on = (place: Place): readonly string[] => ["--env", place];
const administer = (text: string) => workspace.query(text, "postgres");
const files = (folder: string): Promise<readonly string[]> => readdir(join(workspace.app, "database", folder));
const record = async (iteration: number) => JSON.parse(await workspace.read(`database/iterations/00${iteration}.json`));
const history = (place: Place) =>
  workspace.query<{ readonly iteration: number }>(
    "SELECT iteration, action, record_hash FROM build_it.migration_history ORDER BY id",
    place,
  );

const model = (item: string, tag = ""): Readonly<Record<string, string>> => ({
  "module.yaml": `title: Shop\nsub_modules:\n  main: { title: Main, entities: [Item${tag === "" ? "" : ", Tag"}] }\n`,
  "entities/item.yaml": `entity: Item\nfields:\n${item}access:\n  - { allow: all, to: signed_in }\n`,
  ...(tag === ""
    ? {}
    : { "entities/tag.yaml": `entity: Tag\nschema: labels\nmixins: [timestamps]\nfields:\n  item: -> Item\n${tag}` }),
});
const name = "  name: { type: string, required: true }\n";
const uniqueName = name.replace(" }", ", unique: true }");
const size = "  size: { type: integer, required: true, default: 1 }\n";
const note = "  note: { type: text, required: true, default: none }\n";
const remark = note.replace("note: {", "remark: { renamed_from: note,");
const item = `  code: citext\n${uniqueName}${remark}`;
const label = "  label: { type: string, max: 20 }\n";
/** A former name, in parts that keep nobody waiting; a field that is only kept, and one that comes late and stands first. */
const evolution = [
  model(name + size + note),
  model(uniqueName + size + remark),
  model(item, label),
  model(`${item}  grade: integer\n`, label),
  model(`${item}  grade: integer\n`, label.replace("20", "40")),
];

/** Back to nothing, in all databases. */
async function reset(): Promise<void> {
  await workspace.reset();
  for (const place of [...places, "staging"]) await administer(`DROP DATABASE IF EXISTS ${place} WITH (FORCE)`);
}

/** Builds five iterations on the development database, with a copy of it where the others stop. */
async function buildFive(): Promise<void> {
  await reset();
  for (const [index, step] of evolution.entries()) {
    await workspace.writeModel(step);
    await succeed("run");
    if (index === 0) await workspace.query("INSERT INTO items (name, note, size) VALUES ('one', 'kept', 7)");
    const place = `at_${index + 1}`;
    if (places.some((known) => known === place)) await administer(`CREATE DATABASE ${place} TEMPLATE crm`);
  }
  // What is changed beside what there was, in parts, is folded too.
  expect((await record(2)).databaseChanges.migrations.length).toBeGreaterThan(1);
  await succeed("apply", ...on("whole"));
}

describe("iterations 1 to 3 of 5 become a baseline", () => {
  beforeAll(buildFive);

  test("where there are two to fold, and the database has them; a dry run writes nothing", async () => {
    const before = await workspace.hashFiles();
    for (const to of ["0", "1", "6"])
      expect((await end(1, "squash", "--to", to)).stderr).toContain("database/nothing_to_squash");
    expect((await end(1, "squash", "--to", "3", ...on("at_2"))).stderr).toContain("database/squash_ahead_of_database");
    expect(await succeed("squash", "--to", "3", "--dry-run")).toContain("CREATE TABLE public.items");
    expect(await workspace.hashFiles()).toEqual(before);
  });

  test("what comes after it stays as it is, and the chain of hashes goes on", async () => {
    await end(3, "run", "--env", "staging");
    await succeed("approve", "--env", "staging", "--by", "Ada");
    const before = await workspace.hashFiles();
    const folded = [await record(1), await record(2), await record(3)];
    const said = await succeed("squash", "--to", "3");
    expect(said).toContain("003_baseline.sql stands for 001_item, 002_rename_note_to_remark, 003_tag");
    expect(await files("migrations")).toEqual(["003_baseline.sql", "004_add_grade.sql", "005_change_tags.sql"]);
    expect(await files("iterations")).toEqual(["003.json", "004.json", "005.json"]);
    expect(await files("approvals")).toEqual(["004_add_grade.staging.json", "005_change_tags.staging.json"]);
    const after = await workspace.hashFiles();
    for (const path of Object.keys(after).filter((path) => !/\b003/.test(path))) expect(after[path]).toBe(before[path]);
    const baseline = await record(3);
    expect(baseline.folds).toEqual(folded);
    expect(baseline.schemaFingerprint).toBe(folded[2].schemaFingerprint);
    expect((await record(4)).previousHash).toBe(folded[2].hash);
  });

  test("a database that is at its end or past it is valid, and goes on", async () => {
    for (const place of ["at_3", "at_4", "whole"] as const) {
      const before = await history(place);
      await succeed("verify", ...on(place));
      expect(await history(place)).toEqual(before);
    }
    expect((await end(2, "status", "--exit-code", ...on("at_3"))).stdout).toContain("004_add_grade.sql");
    for (const place of ["at_3", "whole"] as const)
      expect(await succeed("run", ...on(place))).toContain(place === "whole" ? "nothing to change" : "applied 4, 5");
  });

  test("what is kept for earlier iterations is still known by the iteration that left it behind", async () => {
    const said = await succeed("retire");
    expect(said).toContain("items.note: the former name of items.remark since iteration 2");
    expect(said).toContain("items.size: kept since iteration 3");
  });

  test("an empty database is built from it, exactly as from all of them", async (context) => {
    await succeed("apply", ...on("fresh"));
    expect((await history("fresh")).map(({ iteration }) => iteration)).toEqual([3, 4, 5]);
    await workspace.query("INSERT INTO items (name, note) VALUES ('two', 'by its former name')", "fresh");
    expect(await workspace.query("SELECT remark, note, size FROM items", "fresh")).toEqual([
      { remark: "by its former name", note: "by its former name", size: 1 },
    ]);
    context.skip(!existsSync(oracle), "the observer of catalogs is not here");
    const seen = (place: Place) => observe({ url: url.replace(/\/crm$/, `/${place}`), major: 18 } as never, []);
    expect(seen("fresh")).toEqual(seen("whole"));
  });

  test("a database in the midst of it is stopped with what to do", async () => {
    expect((await end(7, "run", ...on("at_2"))).stderr).toContain("database/below_baseline");
    expect(JSON.parse(await succeed("status", "--json", ...on("at_2")))).toMatchObject({ state: "history_mismatch" });
  });

  test("a database goes back to it, never behind it, and forward again", async () => {
    await workspace.query("UPDATE items SET grade = 5");
    for (const to of ["2", "0"])
      expect((await end(1, "rollback", "--to", to)).stderr).toContain("database/rollback_into_folded");
    expect((await end(1, "rollback", "--to", "1", ...on("fresh"))).stderr).toContain("database/rollback_into_folded");
    await succeed("rollback", "--to", "3");
    expect(await workspace.query("SELECT name, note, size FROM items")).toEqual([
      { name: "one", note: "kept", size: 7 },
    ]);
    await succeed("run");
    expect(await workspace.query("SELECT grade FROM items")).toEqual([{ grade: 5 }]);
  });

  test("one that was built from it goes back to nothing, and is built again with its rows", async () => {
    await succeed("rollback", "--to", "0", ...on("fresh"));
    expect(JSON.parse(await succeed("status", "--json", ...on("fresh")))).toMatchObject({
      iteration: 0,
      state: "pending",
    });
    await succeed("apply", ...on("fresh"));
    expect(await workspace.query("SELECT name FROM items", "fresh")).toEqual([{ name: "two" }]);
  });

  test("a history that was changed is still found", async () => {
    for (const [change, code] of [
      ["UPDATE build_it.migration_history SET checksum = 'x' WHERE iteration = 2", "history_checksum_differs"],
      ["UPDATE build_it.migration_history SET record_hash = 'x' WHERE iteration = 3", "history_checksum_differs"],
      ["DELETE FROM build_it.migration_history WHERE iteration = 1", "history_gap"],
    ] as const) {
      await workspace.onCopy(async () => {
        await workspace.query(change);
        expect((await end(7, "verify")).stderr).toContain(`database/${code}`);
      });
    }
  });

  test("a folded record that was changed is found", async () => {
    const place = join(workspace.app, "database/iterations/003.json");
    const text = await readFile(place, "utf8");
    await writeFile(place, text.replace('"name": "002_rename_note_to_remark"', '"name": "002_rename"'));
    expect((await end(7, "verify")).stderr).toContain("database/record_edited");
    await writeFile(place, text);
  });

  test("the next iteration follows, and a later squash takes the baseline in", async () => {
    await workspace.writeModel(model(`${item}  grade: integer\n  colour: text\n`, label.replace("20", "40")));
    await succeed("run");
    expect((await record(6)).previousHash).toBe((await record(5)).hash);
    await succeed("apply", ...on("fresh"));
    const earlier = await record(3);
    expect((await end(1, "squash", "--to", "3")).stderr).toContain("003_baseline.sql has folded them");
    await succeed("squash", "--to", "6");
    expect(await files("migrations")).toEqual(["006_baseline.sql"]);
    expect((await record(6)).folds[0]).toEqual(earlier);
    await succeed("verify");
    // This one was built from the earlier baseline.
    await succeed("verify", ...on("fresh"));
    await workspace.writeModel(model(`${item}  grade: integer\n`, label.replace("20", "40")));
    await succeed("run");
    expect((await record(7)).previousHash).toBe((await record(6)).folds.at(-1).hash);
    expect(await succeed("retire")).toContain("items.colour: kept since iteration 7");
  });
});

describe("what data steps did", () => {
  const step = async (file: string, statements: string) => {
    const folder = join(workspace.app, "database/steps");
    await mkdir(folder, { recursive: true });
    await writeFile(join(folder, file), `-- reverse: none\n${statements};\n`);
    await succeed("run");
  };
  const shelves = `CREATE TABLE public.shelves (
    id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, item uuid NOT NULL REFERENCES public.items, above int REFERENCES public.shelves,
    code text, twice text GENERATED ALWAYS AS (code || code) STORED, loan interval, since timestamptz, label bytea, tags text[],
    share float8);\n`;
  beforeEach(async () => {
    await reset();
    await workspace.writeModel({ ...model(name), "sql/schema/shelves.sql": shelves });
    await succeed("run");
    await step("trim.after.sql", "UPDATE public.items SET name = btrim(name)");
  });
  afterAll(() => rm(join(workspace.root, "busm/crm/sql"), { recursive: true, force: true }));

  test("is not in the baseline where it does nothing in an empty database, and is not done again", async () => {
    const { stderr } = await end(0, "squash", "--to", "2");
    expect(stderr).toContain("Data steps that change nothing in an empty database are not in the baseline");
    expect(await workspace.read("database/migrations/002_baseline.sql")).not.toContain("INSERT INTO");
    expect(await succeed("run")).toContain("nothing to change");
  });

  const seed = `INSERT INTO public.items (name) VALUES ('one'), ('it''s \\ two');
    INSERT INTO public.shelves (item, code, loan, since, label, tags, share)
      SELECT i.id, 'a', '-1 month 2 days -03:00:00.5', '2026-03-01 12:00:00.123456+05', '\\x00ff', '{NULL,"a,b"}', 0.1 FROM public.items i;
    INSERT INTO public.shelves (item, above) SELECT min(id::text)::uuid, 2 FROM public.items;
    UPDATE public.shelves SET above = 3 WHERE id = 1`;
  const rows = async (place: string) => ({
    items: await workspace.query("SELECT * FROM items ORDER BY id", place),
    shelves: await workspace.query("SELECT *, share::text, loan::text FROM shelves ORDER BY id", place),
    next: await workspace.query("SELECT last_value, is_called FROM shelves_id_seq", place),
  });

  test("is in the baseline as it came out where it put rows into an empty database, and in a later one too", async () => {
    await step("seed.after.sql", seed);
    await administer("ALTER DATABASE crm SET \"DateStyle\" = 'SQL, DMY'");
    const { stderr } = await end(0, "squash", "--to", "3");
    expect(stderr).toContain("public.items (2 rows), public.shelves (3 rows), public.shelves_id_seq (the next number)");
    expect(await files("migrations")).toEqual(["003_baseline.sql"]);
    expect(await succeed("run")).toContain("nothing to change");
    await succeed("apply", ...on("fresh"));
    // The steps were run here, with other ids: as many rows, the same but for these.
    const seeded = await rows("fresh");
    expect(seeded.shelves).toMatchObject([
      { id: 1, above: 3, twice: "aa", share: "0.1", loan: "-1 mons +2 days -03:00:00.5", tags: [null, "a,b"] },
      { id: 2, above: null, since: new Date("2026-03-01T07:00:00.123Z"), label: Buffer.from([0, 255]) },
      { id: 3, above: 2, code: null },
    ]);
    expect(seeded.items).toHaveLength(2);
    expect((await rows("crm")).shelves).toHaveLength(3);
    expect(seeded.next).toEqual([{ last_value: "3", is_called: true }]);

    await step("more.after.sql", "UPDATE public.shelves SET code = 'b' WHERE id = 2");
    await succeed("apply", ...on("fresh"));
    await succeed("squash", "--to", "4");
    await succeed("apply", ...on("whole"));
    const later = await rows("whole");
    expect(later.shelves).toEqual((await rows("fresh")).shelves);
    expect(later).toMatchObject({ items: seeded.items, next: seeded.next });
    // What somebody made of these rows comes back with them.
    await workspace.query("UPDATE shelves SET code = 'mine', above = NULL WHERE id = 3", "whole");
    await workspace.query("INSERT INTO shelves (item, code) SELECT id, 'new' FROM items LIMIT 1", "whole");
    const own = await rows("whole");
    await succeed("rollback", "--to", "0", ...on("whole"));
    await succeed("apply", ...on("whole"));
    expect(await rows("whole")).toEqual(own);
    await succeed("verify", ...on("fresh"));

    // What rows there should be, only targets know: the database of rehearsals has none, also where it is built from the baseline.
    await administer("DROP DATABASE crm_shadow WITH (FORCE)");
    await workspace.writeModel({ ...model(name + size), "sql/schema/shelves.sql": shelves });
    await succeed("run");
    expect(await workspace.query("SELECT code FROM shelves", "crm_shadow")).toEqual([]);
  });

  test("halts where a trigger would make other rows of it, and nothing is written", async () => {
    const trigger = `CREATE FUNCTION public.shout() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS 'BEGIN NEW.code := upper(NEW.code); RETURN NEW; END';
      CREATE TRIGGER shout BEFORE INSERT ON public.shelves FOR EACH ROW EXECUTE FUNCTION public.shout();\n`;
    await workspace.writeModel({ ...model(name), "sql/schema/shelves.sql": shelves + trigger });
    await succeed("run");
    await step("seed.after.sql", `${seed}; UPDATE public.shelves SET code = 'small'`);
    const before = await workspace.hashFiles();
    const { stderr } = await end(1, "squash", "--to", "4");
    expect(stderr).toContain("database/squash_loses_rows");
    expect(stderr).toContain("triggers make others of them");
    expect(stderr).toContain("build-it squash --to 3");
    expect(await workspace.hashFiles()).toEqual(before);
  });
});

test("an import's baseline is folded with what came after it", async () => {
  await reset();
  await workspace.query("CREATE TABLE rooms (number int PRIMARY KEY); INSERT INTO rooms VALUES (7)", "at_2");
  await succeed("import", "--from", url.replace(/\/crm$/, "/at_2"));
  const room = "entities/room.yaml";
  const text = await readFile(join(workspace.root, "busm/crm", room), "utf8");
  await workspace.writeModel({ [room]: text.replace("access:", "  beds: integer\naccess:") });
  await succeed("run", ...on("at_2"));
  await succeed("squash", "--to", "2", ...on("at_2"));
  expect(await record(2)).toMatchObject({ name: "002_baseline", baseline: true });
  await succeed("verify", ...on("at_2"));
  expect((await end(1, "rollback", "--to", "0", ...on("at_2"))).stderr).toContain("database/rollback_into_folded");
  await workspace.query("CREATE TABLE rooms (number int PRIMARY KEY, beds int)", "fresh");
  await succeed("apply", ...on("fresh"));
  expect(await workspace.query("SELECT iteration, action FROM build_it.migration_history", "fresh")).toEqual([
    { iteration: 2, action: "adopt" },
  ]);
  expect((await end(1, "rollback", "--to", "0", ...on("fresh"))).stderr).toContain("database/rollback_below_baseline");
});
