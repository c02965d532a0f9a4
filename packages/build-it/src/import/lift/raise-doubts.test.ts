import { databaseSchema, idOf, type SchemaObject, tableId } from "@build-it/postgres-schema";
import { expect, test } from "vitest";
import { type Doubts, noDoubts } from "./doubts.ts";
import { type LiftedSchema, liftSchema } from "./lift-schema.ts";
import { type Attempt, raiseDoubts } from "./raise-doubts.ts";

const place = { schema: "public", table: "rooms" } as const;
const rooms = tableId("public", "rooms");
const column = (name: string, ordinal: number): SchemaObject => ({
  kind: "column",
  ...place,
  name,
  ordinal,
  type: "text",
  typeObject: null,
  nullable: ordinal > 1,
  identity: null,
  generated: null,
  collation: null,
  dependsOn: [],
});
const ofName: SchemaObject = { kind: "default", ...place, column: "name", expression: "'x'::text", dependsOn: [] };
const name = column("name", 2);
const schema = databaseSchema([
  { kind: "table", schema: "public", name: "rooms", rowSecurity: false, rowSecurityForced: false, unlogged: false },
  column("id", 1),
  name,
  ofName,
  { kind: "primary_key", ...place, name: "rooms_pkey", columns: ["id"] },
]);

const differing = (...removed: readonly SchemaObject[]): Attempt => ({
  status: "built",
  difference: { added: [], removed, changed: [] },
});

/** The default, or why there is no entity, after each of some attempts that went wrong in one way. */
function saidAfter(attempts: number, attempt: Attempt) {
  let doubts: Doubts = noDoubts;
  let lifted: LiftedSchema = liftSchema(schema, doubts);
  for (let number = 0; number < attempts; number++) {
    doubts = raiseDoubts(attempt, lifted, doubts) ?? doubts;
    lifted = liftSchema(schema, doubts);
  }
  const field = lifted.entities.get(rooms)?.fields.name;
  return field === undefined ? lifted.leftInSql : field.default;
}

test("what comes out differently is said word for word, then in SQL, and then the table is", () => {
  const attempt = differing(ofName);
  expect(saidAfter(0, attempt)).toBe("x");
  expect(saidAfter(1, attempt)).toEqual({ sql: "'x'::text" });
  expect(saidAfter(2, attempt)).toBe(undefined);
});

test("a table whose column comes out differently is no entity", () => {
  const reason = "the model would make the column rooms.name in another way";
  expect(saidAfter(1, differing(name))).toEqual([{ table: "rooms", reason }]);
});

test("what the model would add makes the table no entity", () => {
  const index = { ...ofName, kind: "check", name: "rooms_check", validated: true } as SchemaObject;
  const attempt: Attempt = { status: "built", difference: { added: [index], removed: [], changed: [] } };
  expect(saidAfter(1, attempt)).toEqual([
    { table: "rooms", reason: "the model would add the check rooms.rooms_check" },
  ]);
});

test("what the model refuses is said word for word, and then the table is in SQL", () => {
  const attempt: Attempt = {
    status: "refused",
    diagnostics: [
      {
        code: "busm/unfit",
        severity: "error",
        message: "No.",
        location: { file: "busm/hotel/entities/room.yaml", line: 1, column: 1 },
      },
    ],
  };
  expect(saidAfter(1, attempt)).toEqual({ sql: "'x'::text" });
  expect(saidAfter(2, attempt)).toEqual([{ table: "rooms", reason: "the model refuses it: No." }]);
});

test("what SQL says is nobody's doubt", () => {
  const view = { kind: "domain", schema: "public", name: "d" } as SchemaObject;
  expect(raiseDoubts(differing(view), liftSchema(schema, noDoubts), noDoubts)).toBe(undefined);
  expect(idOf(view)).toBe("domain:public.d");
});
