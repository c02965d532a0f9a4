import { functionId, idOf, type ObjectId, objectId, tableId } from "@build-it/postgres-schema";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createDesignedDatabase, type DesignedDatabase } from "../../test/designed-database.ts";
import { allow, sampleConfiguration, sampleEntity, sampleField, text } from "../../test/sample-model.ts";
import { designSchema } from "./design-schema.ts";

let database: DesignedDatabase;
beforeEach(async () => {
  database = await createDesignedDatabase();
});
afterEach(() => database.database.drop());

const order = sampleEntity("Order", [sampleField("total", { kind: "integer" }), sampleField("note", text)], {
  access: [allow("signed_in", ["read"], { when: [{ field: "total", operator: "gt", value: 10 }] })],
});
const withSql = (...texts: readonly string[]) =>
  sampleConfiguration([order], {
    sqlFiles: texts.map((sql, number) => ({ path: `busm/crm/sql/${number}.sql`, text: sql })),
  });

const views = `
CREATE VIEW public.big_orders AS SELECT id, total FROM public.open_orders WHERE public.is_big(total);
CREATE VIEW public.open_orders AS SELECT * FROM public.orders WHERE note IS NULL;
GRANT SELECT ON public.big_orders, public.open_orders TO authenticated;
COMMENT ON VIEW public.big_orders IS 'Worth a look';
`;
const functions = `
CREATE FUNCTION public.is_big(total int) RETURNS boolean LANGUAGE sql SET search_path = '' AS 'SELECT total > 100';
GRANT EXECUTE ON FUNCTION public.is_big(integer) TO authenticated;
CREATE OR REPLACE FUNCTION public.note_total() RETURNS trigger LANGUAGE plpgsql SET search_path = '' AS $$
BEGIN NEW.note := NEW.total::text; RETURN NEW; END $$;
CREATE TRIGGER note_total BEFORE INSERT ON public.orders FOR EACH ROW WHEN (NEW.total < 0) EXECUTE FUNCTION public.note_total();
`;

test("functions, views and triggers are made in the order they need each other", async () => {
  const { schema, diagnostics } = await database.become(withSql(views, functions));
  expect(diagnostics).toEqual([]);
  const big = schema.objects.get(objectId("view", "public", "big_orders"));
  expect(big).toMatchObject({
    options: ["security_invoker=true"],
    dependsOn: [functionId("public", "is_big", ["integer"]), objectId("view", "public", "open_orders")],
  });
  await database.client.query("INSERT INTO orders (total) VALUES (5), (500), (-1)");
  expect((await database.client.query("SELECT note FROM orders WHERE total < 0")).rows).toEqual([{ note: "-1" }]);
  // The view asks as the user, whose rule hides small orders.
  expect(await database.as("authenticated", null, "SELECT total FROM open_orders")).toEqual([{ total: 500 }]);
  expect(await database.as("authenticated", null, "SELECT total FROM big_orders")).toEqual([{ total: 500 }]);
  await expect(database.as("anon", null, "SELECT public.is_big(1)")).rejects.toThrow("permission denied");
  expect((await database.become(withSql(views, functions))).statements).toEqual([]);
});

test("a function may be used by a check, and comes before it", async () => {
  const checked = { ...order, checks: [{ name: "small", expression: "NOT public.is_big(total)" }] };
  const { schema } = await database.become({ ...withSql(functions), entities: [checked] });
  expect(schema.objects.get("check:public.orders.small" as ObjectId)).toMatchObject({
    dependsOn: ["column:public.orders.total", functionId("public", "is_big", ["integer"])],
  });
});

test("a changed body is replaced; what leaves the files stays, deprecated, but for triggers", async () => {
  await database.become(withSql(views, functions));
  const replaced = await database.become(withSql(views, functions.replace("> 100", "> 200")));
  expect(replaced.statements).toHaveLength(1);
  const { design } = await database.become(withSql());
  expect(Object.keys(design.retained).sort()).toEqual(
    [
      functionId("public", "is_big", ["integer"]),
      functionId("public", "note_total", []),
      objectId("view", "public", "big_orders"),
      objectId("view", "public", "open_orders"),
    ].sort(),
  );
  await database.client.query("INSERT INTO orders (total) VALUES (-1)");
  expect((await database.client.query("SELECT note, total FROM open_orders")).rows).toEqual([
    { note: null, total: -1 },
  ]);
});

test("a table that a view looks at can change", async () => {
  await database.become(withSql(views, functions));
  const changed = {
    ...order,
    fields: order.fields.map((field) =>
      field.name === "note" ? { ...field, type: { kind: "text", format: "plain", maxLength: 9 } as const } : field,
    ),
  };
  await database.become({ ...withSql(views, functions), entities: [changed] });
});

test.each([
  ["CREATE TABLE public.x (a int);", "sql_statement_refused", 1, 1],
  ["-- fine so far\n  DROP TABLE public.orders;", "sql_statement_refused", 2, 3],
  ["DO $$ BEGIN END $$;", "sql_statement_refused", 1, 1],
  ["CREATE VIEW public.v (a) AS SELECT 1;", "sql_statement_refused", 1, 1],
  ["CREATE VEIW x;", "sql_file_refused", 1, 8],
  ["CREATE VIEW v AS SELECT 1 AS a;", "sql_name_unqualified", 1, 1],
  ["CREATE VIEW public.v AS SELECT id FROM orders;", "sql_name_unqualified", 1, 1],
  ["CREATE TRIGGER t BEFORE INSERT ON public.orders EXECUTE FUNCTION f();", "sql_name_unqualified", 1, 1],
  ["CREATE VIEW auth.v AS SELECT 1 AS a;", "sql_schema_unknown", 1, 1],
  ["CREATE VIEW public.v AS SELECT 1 AS a; CREATE VIEW public.v AS SELECT 2 AS a;", "sql_object_twice", 1, 40],
  ["GRANT SELECT ON public.orders TO anon;", "sql_target_unknown", 1, 1],
  ["COMMENT ON FUNCTION public.f() IS 'x';", "sql_target_unknown", 1, 1],
  ["CREATE VIEW public.v AS SELECT 1 AS a; GRANT TRUNCATE ON public.v TO anon;", "privilege_refused", 1, 40],
] as const)("%s is refused with its place", async (sql, code, line, column) => {
  const { diagnostics } = await designSchema(withSql(sql), null);
  expect(diagnostics).toMatchObject([
    { code: `database/${code}`, severity: "error", location: { file: "busm/crm/sql/0.sql", line, column } },
  ]);
});

test("what is unsafe is warned of", async () => {
  const { diagnostics } = await designSchema(
    withSql(`CREATE FUNCTION public.f() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1';
      CREATE VIEW public.v WITH (security_invoker = false) AS SELECT id FROM public.orders;`),
    null,
  );
  expect(diagnostics).toMatchObject([
    { code: "database/function_without_search_path", severity: "warning" },
    { code: "database/view_of_its_owner", severity: "warning" },
  ]);
});

test("a table keeps its place among what views need", async () => {
  const { schema } = await designSchema(withSql("CREATE VIEW public.v AS SELECT total FROM public.orders;"), null);
  const view = [...schema.objects.values()].find((object) => object.kind === "view");
  expect(view === undefined ? null : idOf(view)).toBe("view:public.v");
  expect(view).toMatchObject({ dependsOn: ["column:public.orders.total", tableId("public", "orders")] });
});
