import fc from "fast-check";
import { expect, test } from "vitest";
import { splitScript } from "./split-script.ts";

const textsOf = (script: string) => splitScript(script).map((part) => ("text" in part ? part.text : `\\${part.name}`));

test("semicolons in quotes, comments and parentheses end nothing", () => {
  const statements = [
    "SELECT 'a;''b'",
    "SELECT E'a\\';b'",
    'SELECT 1 AS "a;""b"',
    "SELECT $$;$$, $a$;$$;$a$",
    "SELECT a$b FROM t",
    "SELECT 1 /* ; /* ; */ ; */ + 1",
    "CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2)",
    "SELECT 1 -- ;\n + 1",
  ];
  expect(textsOf(`${statements.join(";\n")};`)).toEqual(statements);
});

test("a function's statements stay in its body", () => {
  const routine =
    "CREATE OR REPLACE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT CASE WHEN true THEN 1 END; END";
  expect(textsOf(`${routine}; SELECT 1`)).toEqual([routine, "SELECT 1"]);
  expect(textsOf("BEGIN; SELECT 1; END; COMMIT")).toEqual(["BEGIN", "SELECT 1", "END", "COMMIT"]);
});

test("rows of a dump are no statements", () => {
  const script = "\\restrict abc\nCOPY public.t (a) FROM stdin;\n1;'\n\\N\n\\.\n\nSELECT 1;\n\\unrestrict abc\n";
  expect(splitScript(script)).toEqual([
    { kind: "command", name: "restrict", argument: "abc", offset: 0 },
    { kind: "copy", text: "COPY public.t (a) FROM stdin", rows: "1;'\n\\N\n", offset: 14 },
    { kind: "statement", text: "SELECT 1", offset: script.indexOf("SELECT") },
    { kind: "command", name: "unrestrict", argument: "abc", offset: script.indexOf("\\unr") },
  ]);
});

test("offsets lead to the statement", () => {
  const script = "-- a file\n;;\n  SELECT 1; /* two */ SELECT 2";
  for (const part of splitScript(script))
    expect(script.slice(part.offset)).toMatch("text" in part ? new RegExp(`^${part.text}`) : /^\\/);
});

test("statements put together come apart as they were", () => {
  const piece = fc.constantFrom("'a;b'", '"x;y"', "$q$ ; $q$", "(1; 2)", "/* ; */", "a", "1", "$1", "é", "e'\\';'");
  const statement = fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => `SELECT ${pieces.join(" ")} AS z`);
  fc.assert(
    fc.property(fc.array(statement, { maxLength: 5 }), (statements) => {
      expect(textsOf(statements.join(";\n"))).toEqual(statements);
    }),
  );
});
