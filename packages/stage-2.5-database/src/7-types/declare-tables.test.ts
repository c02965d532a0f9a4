import { type Column, databaseSchema, type ObjectId, type SchemaObject } from "@build-it/postgres-schema";
import { expect, test } from "vitest";
import { declareTables } from "./declare-tables.ts";

const place = { schema: "public", table: "films" } as const;

const column = (name: string, type: string, typeObject: ObjectId): Column => ({
  kind: "column",
  ...place,
  name,
  ordinal: 1,
  type,
  typeObject,
  nullable: false,
  identity: null,
  generated: null,
  collation: null,
  dependsOn: [],
});

const domain = (name: string, type: string, typeObject: ObjectId | null): SchemaObject => ({
  kind: "domain",
  schema: "public",
  name,
  type,
  typeObject,
  collation: null,
  notNull: false,
  default: null,
  dependsOn: [],
});

test("a value of a domain is sent, and declared, as one of the type that it stands on", () => {
  const catalog = databaseSchema([
    { kind: "enum", schema: "public", name: "mood", values: ["calm", "wild"] },
    domain("year", "integer", null),
    domain("late_year", "public.year", "domain:public.year"),
    domain("good_mood", "public.mood", "enum:public.mood"),
    { kind: "table", schema: "public", name: "films", rowSecurity: false, rowSecurityForced: false, unlogged: false },
    column("made", "public.late_year", "domain:public.late_year"),
    column("mood", "public.good_mood", "domain:public.good_mood"),
    column("others", "public.year[]", "domain:public.year"),
  ]);
  const design = { objects: [], origins: {}, retained: {}, enumValues: {}, usedCasts: {} };
  const [films] = declareTables(catalog, design);
  expect(films?.columns.map(({ name, postgresType, selectType }) => [name, postgresType, selectType])).toEqual([
    ["made", "integer", "number"],
    ["mood", "public.mood", '"calm" | "wild"'],
    ["others", "public.year[]", "string"],
  ]);
});
