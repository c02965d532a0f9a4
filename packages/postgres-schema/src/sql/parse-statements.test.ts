import { expect, test } from "vitest";
import { parseStatements } from "./parse-statements.ts";

const meanings = async (text: string) => {
  const parsed = await parseStatements(text);
  if (parsed.status === "refused") throw new Error(parsed.problem.message);
  return parsed.statements.map(({ meaning }) => meaning);
};

test("splits a file, with comments and characters of several bytes between the statements", async () => {
  const text = "-- é\nSELECT 'é;𝒳' ; /* ; */\n;  DROP TABLE x -- end\n";
  const parsed = await parseStatements(text);
  expect(parsed).toMatchObject({
    status: "parsed",
    statements: [
      {
        text: "SELECT 'é;𝒳'",
        offset: text.indexOf("SELECT"),
        meaning: { kind: "other", words: "SELECT 'é;𝒳'".toUpperCase() },
      },
      { text: "DROP TABLE x", offset: text.indexOf("DROP"), meaning: { kind: "other", words: "DROP TABLE" } },
    ],
  });
});

test.each(["", "  \n", "-- nothing\n", ";;"])("%j holds no statement", async (text) => {
  expect(await parseStatements(text)).toEqual({ status: "parsed", statements: [] });
});

test("says where a file goes wrong", async () => {
  expect(await parseStatements("SELECT 'é';\nCREATE VEIW x")).toMatchObject({
    status: "refused",
    problem: { message: 'syntax error at or near "VEIW"', offset: 19 },
  });
});

test("reads a function: its types, its signature, what it mentions", async () => {
  const [routine] =
    await meanings(`CREATE FUNCTION public.total("Of" int, names text[] DEFAULT '{}', OUT sum numeric(10,2))
    RETURNS numeric LANGUAGE sql SECURITY DEFINER SET search_path = ''
    AS $$ WITH own AS (SELECT 1) SELECT sum(x.total) FROM public.orders x, own WHERE public.is_open(x) $$;`);
  expect(routine).toMatchObject({
    kind: "routine",
    name: { schema: "public", name: "total" },
    procedure: false,
    arguments: ["integer", "text[]"],
    signature: '("Of" integer, "names" text[] DEFAULT, OUT "sum" numeric) RETURNS numeric',
    setsSearchPath: true,
    securityDefiner: true,
  });
  if (routine?.kind !== "routine") throw new Error("no routine");
  expect(routine.definition).toMatch(/^CREATE OR REPLACE FUNCTION public\.total/);
  expect(routine.references.relations).toEqual([{ schema: "public", name: "orders" }]);
  expect(routine.references.functions).toContainEqual({ schema: "public", name: "is_open" });
});

test("reads procedures, bodies in standard SQL, and types of one's own", async () => {
  const [procedure, routine] = await meanings(`CREATE OR REPLACE PROCEDURE a.tidy() LANGUAGE plpgsql AS 'BEGIN END';
    CREATE FUNCTION a.f(x a.mood) RETURNS SETOF public.orders BEGIN ATOMIC SELECT * FROM public.orders; END`);
  expect(procedure).toMatchObject({ kind: "routine", procedure: true, signature: "()" });
  expect(routine).toMatchObject({
    arguments: ["a.mood"],
    signature: '("x" a.mood) RETURNS SETOF public.orders',
    references: {
      relations: [{ schema: "public", name: "orders" }],
      types: [
        { schema: "a", name: "mood" },
        { schema: "public", name: "orders" },
      ],
    },
  });
});

test("reads a view: its query alone, and its options", async () => {
  const [view] = await meanings(
    `CREATE VIEW public.open_orders WITH (security_invoker = on, security_barrier) AS
      SELECT id AS "as" FROM public.orders WHERE (total AS x) IS NULL`.replace("(total AS x)", "total") +
      " WITH LOCAL CHECK OPTION;",
  );
  expect(view).toMatchObject({
    kind: "view",
    query: 'SELECT id AS "as" FROM public.orders WHERE total IS NULL',
    options: ["check_option=local", "security_barrier=true", "security_invoker=true"],
    references: { relations: [{ schema: "public", name: "orders" }] },
  });
});

test("reads triggers, comments and grants", async () => {
  expect(
    await meanings(`CREATE TRIGGER t AFTER INSERT ON public.orders FOR EACH ROW WHEN (public.f(NEW.x)) EXECUTE FUNCTION public.g();
      COMMENT ON FUNCTION public.f(int) IS 'it''s'; COMMENT ON VIEW public.v IS NULL; COMMENT ON TRIGGER t ON public.orders IS 'x';
      GRANT EXECUTE ON FUNCTION public.f(int), public.g TO anon, PUBLIC; GRANT SELECT ON public.v TO anon`),
  ).toMatchObject([
    {
      kind: "trigger",
      name: "t",
      table: { schema: "public", name: "orders" },
      routine: { schema: "public", name: "g" },
    },
    { kind: "comment", on: { kind: "function", arguments: ["integer"] }, comment: "it's" },
    { kind: "comment", on: { kind: "relation" }, comment: null },
    { kind: "comment", on: { kind: "trigger", table: { schema: "public", name: "orders" } } },
    {
      kind: "grant",
      on: [{ arguments: ["integer"] }, { arguments: null }],
      privileges: ["execute"],
      grantees: ["anon", "public"],
    },
    { kind: "grant", on: [{ kind: "relation" }], privileges: ["select"], grantees: ["anon"] },
  ]);
});

test.each([
  "CREATE TABLE x (a int)",
  "CREATE TEMP VIEW v AS SELECT 1",
  "CREATE RECURSIVE VIEW public.v (n) AS SELECT 1",
  "CREATE VIEW public.v (a) AS SELECT 1",
  "CREATE MATERIALIZED VIEW public.v AS SELECT 1",
  "REVOKE SELECT ON public.v FROM anon",
  "GRANT SELECT ON ALL TABLES IN SCHEMA public TO anon",
  "GRANT anon TO authenticated",
  "GRANT SELECT ON public.v TO CURRENT_USER",
  "GRANT SELECT ON public.v TO anon WITH GRANT OPTION",
  "COMMENT ON TABLE public.t IS 'x'",
  "DO $$ BEGIN END $$",
  "DROP FUNCTION f()",
])("%s is something else", async (text) => {
  expect(await meanings(text)).toMatchObject([{ kind: "other" }]);
});
