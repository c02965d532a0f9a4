import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readRoutine } from "./read-routine.ts";
import { scanWords } from "./scan-words.ts";

const textsOf = (text: string) => scanWords(text).map((word) => `${word.kind} ${word.depth} ${word.text}`);

describe("words", () => {
  test("are read as PostgreSQL reads them, and comments have none", () => {
    expect(textsOf('SELECT Note, "Note ""x""" FROM Über -- note\n/* note /* note */ note */ WHERE a$b > 1e6')).toEqual([
      "word 0 select",
      "word 0 note",
      'quoted 0 Note "x"',
      "word 0 from",
      "word 0 Über",
      "word 0 where",
      "word 0 a$b",
    ]);
  });

  test("are in strings too, with their places in the whole text", () => {
    const text = "x := 'it''s \"Note\" ' || E'a\\'b' || $q$ UPDATE 'c''d' $q$";
    expect(textsOf(text)).toEqual([
      "word 0 x",
      `string 0 it's "Note" `,
      "word 1 it",
      `string 1 s "Note" `,
      "word 2 s",
      "quoted 2 Note",
      "string 0 a'b",
      "word 1 a",
      "string 1 b",
      "word 2 b",
      "string 0  UPDATE 'c''d' ",
      "word 1 update",
      "string 1 c'd",
      "word 2 c",
      "string 2 d",
      "word 3 d",
    ]);
    for (const { kind, text: word, offset, end } of scanWords(text))
      if (kind === "word") expect(text.slice(offset, end).toLowerCase()).toBe(word);
  });

  test("any text has some, within it", () => {
    const pieces = fc.constantFrom(
      "'",
      '"',
      "$$",
      "$a$",
      "E'",
      "\\",
      "--",
      "/*",
      "*/",
      "\n",
      "note",
      "ß",
      "1e",
      ".",
      " ",
    );
    fc.assert(
      fc.property(
        fc.array(pieces).map((texts) => texts.join("")),
        (text) => {
          for (const { offset, end } of scanWords(text))
            expect(0 <= offset && offset < end && end <= text.length).toBe(true);
        },
      ),
    );
  });
});

describe("a routine", () => {
  test("has a name and a body, with places in the statement", () => {
    const statement = `CREATE OR REPLACE FUNCTION shop . "Last"(as_of date DEFAULT '2026-01-01') RETURNS text LANGUAGE plpgsql AS '
BEGIN RETURN NEW.code || ''x''; END'`;
    const routine = readRoutine(statement);
    expect(routine).toMatchObject({ name: "Last", body: "\nBEGIN RETURN NEW.code || 'x'; END" });
    const code = routine?.bodyWords.find(({ text }) => text === "code");
    expect(statement.slice(code?.offset, code?.end)).toBe("code");
    expect(routine?.bodyWords.map(({ text }) => text)).not.toContain("date");
  });

  test.each([
    "CREATE VIEW a AS SELECT 'function'",
    "CREATE FUNCTION f() RETURNS int RETURN 1",
    "CREATE FUNCTION f() RETURNS text LANGUAGE sql BEGIN ATOMIC SELECT 'x' AS y; END",
    "COMMENT ON FUNCTION f() IS 'x'",
  ])("%s has no body in a string", (statement) => {
    expect(readRoutine(statement)).toBeNull();
  });
});
