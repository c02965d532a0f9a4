import fc from "fast-check";
import { expect, test } from "vitest";
import { parseRename, printRename } from "./parse-rename.ts";

test("two names are a table, three a column", () => {
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

test.each(["accounts=customers", "public.accounts", "public.accounts=", "a.b.c.d=e", "", 'public."a=b'])(
  "%j is none",
  (written) => expect(parseRename(written)).toBeUndefined(),
);

test("what is printed for a person is read as the same", () => {
  const name = fc.string({ minLength: 1, unit: "grapheme" }).filter((text) => !text.includes("\u0000"));
  fc.assert(
    fc.property(name, name, name, name, (schema, table, from, to) => {
      const rename = { kind: "column", schema, table, from, to } as const;
      const printed = printRename(rename);
      const typed = printed.startsWith("'") ? printed.slice(1, -1).replaceAll("'\\''", "'") : printed;
      expect(parseRename(typed)).toEqual(rename);
    }),
  );
});
