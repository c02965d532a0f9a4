import type { ConfiguredEntity } from "@build-it/artifacts";
import { expect, test } from "vitest";
import { keyField, sampleConfiguration, sampleEntity, sampleField, text } from "../../test/sample-model.ts";
import { designSchema } from "./design-schema.ts";

const code = sampleField("code", text);
const key = sampleField("key", text, { renamedFrom: { name: "code", column: "code" } });
const account = sampleEntity("Account", [code]);
const firm: Partial<ConfiguredEntity> = {
  name: "Firm",
  table: "firms",
  renamedFrom: { name: "Account", schema: "public", table: "accounts" },
};

test.each([
  ["UPDATE OF code ON public.accounts FOR EACH ROW", { fields: [keyField, key] }, "OF code"],
  ["UPDATE ON public.accounts FOR EACH ROW WHEN (NEW.code = 'x')", { fields: [keyField, key] }, "NEW.code"],
  ["INSERT ON public.accounts FOR EACH ROW", firm, "public.accounts"],
])("a trigger is refused, with its place: %s", async (fires, change, former) => {
  const trigger = `CREATE TRIGGER code AFTER ${fires} EXECUTE FUNCTION public.code();`;
  const routine = "CREATE FUNCTION public.code() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';";
  const sqlFiles = [{ path: "sql/x.sql", text: `${routine}\n${trigger}` }];
  const { design } = await designSchema(sampleConfiguration([account], { sqlFiles }), null);
  const after = sampleConfiguration([{ ...account, ...change }], { sqlFiles });
  const { diagnostics } = await designSchema(after, design);
  const column = trigger.indexOf(former) + former.search(/\w+$/) + 1;
  expect(diagnostics.filter(({ code: name }) => name.startsWith("database/former_name"))).toMatchObject([
    { code: "database/former_name_in_expression", location: { file: "sql/x.sql", line: 2, column } },
  ]);
});

test("a trigger that says the new name is none, whatever it is called itself", async () => {
  const trigger = (column: string) =>
    `CREATE TRIGGER code AFTER UPDATE OF ${column} ON public.accounts FOR EACH ROW EXECUTE FUNCTION public.code();`;
  const files = (column: string) => ({ sqlFiles: [{ path: "sql/x.sql", text: trigger(column) }] });
  const { design } = await designSchema(sampleConfiguration([account], files("code")), null);
  const after = sampleConfiguration([{ ...account, fields: [keyField, key] }], files("key"));
  const { diagnostics } = await designSchema(after, design);
  expect(diagnostics).toEqual([]);
});
