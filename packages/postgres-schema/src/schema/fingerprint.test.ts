import fc from "fast-check";
import { expect, test } from "vitest";
import { databaseSchema } from "./database-schema.ts";
import { canonicalText, fingerprintSchema, incidentalAttributes } from "./fingerprint.ts";
import type { Column, SchemaObject } from "./objects.ts";

const column = (number: number, change: Partial<Column> = {}): Column => ({
  kind: "column",
  schema: "public",
  table: `table ${Math.floor(number / 20)}`,
  name: `column ${number}`,
  ordinal: (number % 20) + 1,
  type: "text",
  typeObject: null,
  nullable: true,
  identity: null,
  generated: null,
  collation: null,
  dependsOn: [],
  ...change,
});

const many = Array.from({ length: 1500 }, (_, number) => column(number));
const fingerprintOf = (objects: readonly SchemaObject[]): string => fingerprintSchema(databaseSchema(objects));

/** The same object with its attributes in another order. */
const turned = (object: SchemaObject): SchemaObject =>
  Object.fromEntries(Object.entries(object).toReversed()) as unknown as SchemaObject;

test("neither the order of objects nor that of their attributes counts, nor how an object came to be", () => {
  const fingerprint = fingerprintOf(many);
  expect(fingerprintOf(many.toReversed().map(turned))).toBe(fingerprint);
  expect(fingerprintOf(many.map((object) => ({ ...object, ordinal: 1, dependsOn: ["table:public.t"] })))).toBe(
    fingerprint,
  );
});

test("any other attribute of any object counts", () => {
  const fingerprint = fingerprintOf(many);
  const names = Object.keys(column(0)).filter((name) => !incidentalAttributes.has(name) && name !== "kind");
  fc.assert(
    fc.property(fc.nat(many.length - 1), fc.constantFrom(...names), (place, name) => {
      const changed = many.with(place, column(place, { [name]: "something else" }));
      expect(fingerprintOf(changed)).not.toBe(fingerprint);
      expect(fingerprintOf(many.toSpliced(place, 1))).not.toBe(fingerprint);
    }),
    { numRuns: 40 },
  );
});

test("a value is never taken for that of another attribute", () => {
  const virtual = column(0, { generated: "1", virtual: true });
  const { virtual: _, ...plain } = virtual;
  // In the place of `virtual`, and with its value.
  const other = { ...plain, weight: true } as SchemaObject;
  expect(fingerprintOf([virtual])).not.toBe(fingerprintOf([plain]));
  expect(fingerprintOf([virtual])).not.toBe(fingerprintOf([other]));
  expect(canonicalText(virtual)).not.toBe(canonicalText(plain));
});
