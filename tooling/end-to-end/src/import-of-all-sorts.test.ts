import { existsSync } from "node:fs";
import { join } from "node:path";
import { availableMajors, createTestDatabase, type TestDatabase } from "@build-it/test-databases";
import { afterAll, beforeAll, expect, test } from "vitest";
import { observe, oracle, psql, tablesOf } from "./observe-import.ts";
import { createWorkspace, type Workspace } from "./workspace.ts";

/** `build-it import` of a schema that has much that an entity can say, and much that it cannot. */
const schema = join(import.meta.dirname, "imported-schema.sql");
const environments = `existing: { apply: "auto", target: { env: "EXISTING_URL" } }, fresh: { apply: "auto", target: { env: "FRESH_URL" } }`;

const databases: TestDatabase[] = [];
let workspace: Workspace;
beforeAll(async () => {
  workspace = await createWorkspace({ environments, major: 18 });
});
afterAll(async () => {
  for (const database of databases) await database.drop();
  await workspace[Symbol.asyncDispose]();
});

test.skipIf(!existsSync(oracle) || !availableMajors().includes(18))(
  "a schema is said in words of the model where it can be, and in SQL where not",
  async () => {
    const [existing, fresh] = [await createTestDatabase({ major: 18 }), await createTestDatabase({ major: 18 })];
    databases.push(existing, fresh);
    psql(existing.url, "-f", schema);
    const before = observe(existing, []);
    const imported = await workspace.buildIt("import", "--from", existing.url, "--json");
    expect(imported.exitCode, imported.stderr).toBe(0);
    expect(tablesOf(imported.stdout)).toMatchInlineSnapshot(`
        {
          "entities": [
            "closed: Closed, row level security",
            "dates: Date",
            "eggs: Egg",
            "hens: Hen, 1 foreign key",
            "invoices: Invoice, 5 foreign keys",
            "odd: Odd, 1 policy, 2 privileges, row level security",
            "open: Open, 1 privilege",
            "parents: Parent",
            "rooms: Room, 2 checks, 2 indexes, 1 unique",
            "ruled: Ruled",
            "sales.moods: Mood",
            "sales.rooms: SalesRoom",
            "select: Select",
            "stays: Stay",
            "表: Entity",
          ],
          "inSql": [
            "built in: its column constructor is called like what every object in JavaScript has",
            "cache: it is unlogged",
            "children: it inherits from another table",
            "counted: id counts in a way of its own",
            "log: it has no primary key",
            "measures: it is partitioned",
            "with.dot: its name cannot stand in a query of the application",
            "words: its column id has a collation of its own",
          ],
        }
      `);
    const files = ["entities/room.yaml", "entities/invoice.yaml", "entities/ruled.yaml", "enums.yaml"];
    const texts = await Promise.all(files.map((file) => workspace.read(`../../busm/crm/${file}`)));
    expect(texts.join("\n")).toMatchInlineSnapshot(`
      "entity: Room
      description: |-
        Rooms: "all" of them
        in two lines
      key: number
      fields:
        number: { type: identity, of: smallint, always: false, sequence: room_counter }
        label: { type: string, stored_as: character(4), required: true, default: none, unique: true }
        status: { type: enum, values: [ free, taken, it's closed ], stored_as: character varying(20), required: true, default: free }
        kind: { type: enum, values: [ single, double ], default: single, description: "Deprecated: use status" }
        mood: { type: enum, values: [ calm, it's wild ], storage: native, stored_as: sales.mood, default: it's wild }
        strange: { type: enum, enum: StrangeType }
        stranges: { type: postgres, name: 'public."_Strange Type"[]' }
        price: { type: decimal, stored_as: public.positive, default: { sql: "0.10" } }
        factor: { type: decimal, stored_as: numeric, default: { sql: "0.0" } }
        level: { type: integer, default: -1, description: "#1: it's a level" }
        ratio: { type: float, stored_as: real, default: 1.5 }
        big: { type: bigint, default: { sql: "'9007199254740993'::bigint" } }
        flags: { type: json, default: { sql: "'{\\"a\\": [1, 2], \\"b\\": \\"x: y\\"}'::jsonb" } }
        more: { type: json, stored_as: json, default: { a: 1 } }
        tags: { type: list, of: text, default: [] }
        codes: { type: list, of: { type: string, max: 3 }, default: { sql: "ARRAY['a'::text, 'b'::text]" } }
        opened: { type: datetime, stored_as: timestamp without time zone, default: now }
        openedTz: { type: datetime, default: { sql: CURRENT_TIMESTAMP } }
        at: { type: time, stored_as: time(0) with time zone }
        onDay: { type: date, default: today }
        guid: { type: uuid, default: uuid }
        answer: { type: integer, default: { sql: public.answer() } }
        span: { type: range, of: integer }
        spans: { type: postgres, name: int8range }
        doc: { type: search, index: false }
        net: { type: postgres, name: cidr }
        doubled: { type: computed, of: integer, sql: (level * 2) }
        userId: { type: integer, column: userId }
        userId2: { type: integer, column: user_id }
        field2x: { type: text, column: 2x }
        groE: { type: text, column: Größe }
        select: text
        line_2: text
        aQuotedName: { type: text, column: a "quoted" name }
      unique:
        - { fields: [ kind, level ], name: once, nulls: equal }
      indexes:
        - { on: [ flags ], method: gin }
        - { on: [ { sql: lower(kind) } ], name: rooms_lower_idx, unique: true, where: (level = 1) }
        - { on: [ { field: status, descending: true }, level ], name: rooms_status_level_kind_idx, include: [ kind ], where: (level > 0) }
      checks:
        "a: strange, {name}": "(label <> 'x: #y'::bpchar)"
      access: sql

      entity: Invoice
      key_name: PK_Invoices
      fields:
        id: identity
        room: smallint
        night: date
        guest: text
        parent: { type: bigint, required: true }
        roomId: { type: smallint, default: 1 }
        roomTwo: { type: reference, to: Room, on_delete: no_action, deferrable: true }
        roomThree: smallint
        roomFour: { type: reference, to: Room, on_delete: set_null, unique: true }
      indexes:
        - { on: [ parent ], name: FK_parent }
      access: sql

      entity: Ruled
      table: ruled
      fields:
        id: { type: uuid, default: uuid }
        name: text
      access:
        - { allow: [ read ], to: anyone }
        - { allow: [ update ], to: signed_in }

      StrangeType:
        values: [ a, B c ]
        storage: native
        type: _Strange Type
      MoodValue:
        values: [ calm, it's wild ]
        storage: native
        type: mood
      "
    `);
    const urls = { EXISTING_URL: existing.url, FRESH_URL: fresh.url };
    const run = await workspace.buildItWith(urls, "run", "--env", "existing");
    expect([run.exitCode, run.stdout], run.stderr).toEqual([0, expect.stringContaining("nothing to change")]);
    const built = await workspace.buildItWith(urls, "run", "--env", "fresh");
    expect(built.exitCode, built.stderr).toBe(0);
    expect(observe(existing, [])).toEqual(before);
    expect(observe(fresh, [])).toEqual(before);
    // Views and components are made of such entities too.
    const generated = await workspace.buildIt("generate");
    expect(generated.exitCode, generated.stderr).toBe(0);
  },
  300_000,
);
