import fc from "fast-check";
import { expect, test } from "vitest";
import { parseExpression } from "./parse-expression.ts";
import { parserOfPostgres } from "./parse-tree.ts";

test.each([
  ["price * quantity", ["price", "quantity"]],
  ["status IN ('open', 'it''s closed') AND total > 0", ["status", "total"]],
  ['"Odd ""Name" IS NOT NULL', ['Odd "Name']],
  ["CASE WHEN a THEN 1 ELSE 2 END", ["a"]],
  ["lower(name) || $tag$ ) ; -- no comment $tag$", ["name"]],
  ["'/* no comment */'", []],
  ["(a, b) < (1, 2)", ["a", "b"]],
  ["ROW(a, b)", ["a", "b"]],
  ["count(*) > 0", []],
  ["x::numeric(10, 2)", ["x"]],
  ["a\n  + b", ["a", "b"]],
])("%s is one expression", async (text, columns) => {
  expect(await parseExpression(text)).toMatchObject({ status: "parsed", expression: { text }, columns });
});

test.each([
  ["", "is empty"],
  ["  \n", "is empty"],
  ["1; DROP TABLE accounts", "syntax error"],
  ["1;", "syntax error"],
  ["1) ; DROP TABLE accounts; SELECT (1", "syntax error"],
  ["1) OR (true", "syntax error"],
  ["a, b", "is not one expression"],
  ["a AS b", "syntax error"],
  ["a b", "syntax error"],
  ["ALL a", "syntax error"],
  ["DISTINCT a", "syntax error"],
  ["a FROM accounts", "syntax error"],
  ["a INTO b", "syntax error"],
  ["a UNION SELECT b", "syntax error"],
  ["a WHERE b", "syntax error"],
  ["a -- and so on", "syntax error"],
  ["a -- and\n + b", "comment"],
  ["a /* and */ + b", "comment"],
  ["a /* and", "unterminated"],
  ["'a", "unterminated"],
  ["$x$ a", "unterminated"],
  ["(SELECT secret FROM accounts)", "subselect"],
  ["EXISTS (SELECT 1)", "subselect"],
  ["a = ANY (SELECT 1)", "subselect"],
  ["ARRAY(SELECT 1)", "subselect"],
  ["SELECT 1", "syntax error"],
  ["*", "syntax error"],
  ["a.*", "*"],
  ["$1", "parameter"],
  ["DEFAULT", "DEFAULT"],
  ["a\u0000", "NUL"],
  ["a\ud800", "Unicode"],
  [`${"1+".repeat(10_000)}1`, "longer"],
])("%j is refused: %s", async (text, message) => {
  const parsed = await parseExpression(text);
  expect(parsed.status).toBe("refused");
  if (parsed.status === "refused") expect(parsed.problem.message).toContain(message);
});

test("says where it goes wrong, counted as editors count", async () => {
  expect(await parseExpression("'é𝒳' = = 1")).toMatchObject({ problem: { offset: 8 } });
});

test("takes a subselect where one is allowed", async () => {
  const parsed = await parseExpression("(SELECT max(total) FROM public.orders)", { subselects: true });
  expect(parsed.status).toBe("parsed");
});

test.each(["(", "- ", "NOT ", "1+", "a||(", "f(", "CASE WHEN "])(
  "survives %j a thousand times over",
  async (opening) => {
    for (const times of [500, 1_000, 2_000, 3_900]) await parseExpression(`${opening.repeat(times)}1`);
    expect(await parseExpression("a + b")).toMatchObject({ status: "parsed" });
  },
);

const fragments = fc.constantFrom(
  ..."a b 1 'x' ( ) , ; . * + - -- /* */ $$ $a$ ' \" E' \\ :: int AS FROM WHERE SELECT UNION ALL DISTINCT CASE WHEN END AND OR NOT IN IS NULL DEFAULT $1 [ ] : := => \n é 𝒳 OPERATOR(+) OVER INTO VALUES TABLE LIMIT FOR WITH EXISTS".split(
    " ",
  ),
);
const hostileText = fc.oneof(
  fc.array(fragments, { maxLength: 8 }).map((parts) => parts.join(" ")),
  fc.array(fragments, { maxLength: 8 }).map((parts) => parts.join("")),
  fc.string({ unit: "binary", maxLength: 30 }),
);

test("for all text: what is parsed stays one expression wherever it is put between parentheses", async () => {
  const { parseSync } = await parserOfPostgres();
  await fc.assert(
    fc.asyncProperty(hostileText, async (text) => {
      const parsed = await parseExpression(text);
      if (parsed.status === "refused") return;
      const alone = targetsOf(parseSync(`SELECT (${text})`));
      // The neighbours stay what they are, and the expression is the same between them.
      const between = targetsOf(parseSync(`SELECT 'before', (${text}), 'after' FROM t`));
      expect(between).toHaveLength(3);
      expect(between[1]).toEqual(alone[0]);
      expect(parseSync(`ALTER TABLE t ADD CHECK (${text}); SELECT 1`).stmts).toHaveLength(2);
      expect(parseSync(`CREATE POLICY p ON t USING (${text}); SELECT 1`).stmts).toHaveLength(2);
    }),
    { numRuns: 4_000 },
  );
});

/** The targets of a SELECT, without the places in the text. */
const targetsOf = (tree: unknown): readonly unknown[] =>
  (
    JSON.parse(JSON.stringify(tree, (key, value: unknown) => (key === "location" ? undefined : value))) as {
      stmts: [{ stmt: { SelectStmt: { targetList: unknown[] } } }];
    }
  ).stmts[0].stmt.SelectStmt.targetList;
