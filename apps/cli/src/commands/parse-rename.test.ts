import fc from "fast-check";
import { expect, test } from "vitest";
import { parseRename, printRename } from "./parse-rename.ts";

test("two names are a table or an enum, three a column", () => {
  expect(parseRename("enum:public.mood=feeling")).toEqual({
    kind: "enum",
    schema: "public",
    from: "mood",
    to: "feeling",
  });
  expect(parseRename('"enum:public".mood=feeling')).toMatchObject({ kind: "table", schema: "enum:public" });
  expect(parseRename("public.accounts=customers")).toEqual({
    kind: "table",
    schema: "public",
    from: "accounts",
    to: "customers",
  });
  expect(parseRename('public."a.b"."c""=d"=e')).toEqual({
    kind: "column",
    schema: "public",
    table: "a.b",
    from: 'c"=d',
    to: "e",
  });
});

test.each([
  "accounts=customers",
  "public.accounts",
  "public.accounts=",
  "a.b.c.d=e",
  "enum:a.b.c=d",
  "enum:a=b",
  "type:a.b=c=d",
  "",
  'public."a=b',
])("%j is none", (written) => expect(parseRename(written)).toBeUndefined());

test("what is printed for a person is read as the same", () => {
  const name = fc.string({ minLength: 1, unit: "grapheme" }).filter((text) => !text.includes("\u0000"));
  fc.assert(
    fc.property(name, name, name, name, (schema, table, from, to) => {
      const renames = [
        { kind: "column", schema, table, from, to },
        { kind: "table", schema, from, to },
        { kind: "enum", schema, from, to },
      ] as const;
      for (const rename of renames) {
        const printed = printRename(rename);
        const typed = printed.startsWith("'") ? printed.slice(1, -1).replaceAll("'\\''", "'") : printed;
        expect(parseRename(typed)).toEqual(rename);
      }
    }),
  );
});
