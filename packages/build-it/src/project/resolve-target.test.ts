import { expect, test } from "vitest";
import { resolveTarget } from "./resolve-target.ts";

const context = (variables: NodeJS.ProcessEnv = {}) => ({
  environment: "production",
  defaultDatabase: "crm",
  variables,
});

test("an embedded target is called as the module unless it has a name", () => {
  expect(resolveTarget({ embedded: true }, context())).toMatchObject({
    address: { kind: "embedded", database: "crm" },
  });
  expect(resolveTarget({ embedded: true, database: "sales" }, context())).toMatchObject({
    address: { database: "sales" },
  });
});

test("a target's label names host and database, and never the password", () => {
  const target = resolveTarget(
    { env: "DATABASE_URL" },
    context({ DATABASE_URL: "postgresql://ada:secret@db.example.com/crm" }),
  );
  expect(target).toMatchObject({ address: { kind: "postgres", label: "db.example.com:5432/crm" } });
});

test.each([
  "postgresql://u:p@db.abc.supabase.co:5432/postgres",
  "postgresql://u:p@aws-0-eu.pooler.supabase.com:5432/postgres",
])("%s is a Supabase project", (url) => {
  expect(resolveTarget({ url }, context())).toMatchObject({ address: { kind: "supabase" } });
  expect(resolveTarget({ supabase: { env: "SUPABASE_URL" } }, context({ SUPABASE_URL: url }))).toMatchObject({
    address: { kind: "supabase" },
  });
});

test("a transaction pooler is refused, with the port to use", () => {
  const target = resolveTarget({ url: "postgresql://u:p@aws-0-eu.pooler.supabase.com:6543/postgres" }, context());
  expect(target).toMatchObject({ status: "unresolved", diagnostic: { code: "build-it/target_pooled" } });
  expect(target.status === "unresolved" && target.diagnostic.remedy).toContain("5432");
});

test("a variable that is not set is named", () => {
  expect(resolveTarget({ env: "DATABASE_URL" }, context())).toMatchObject({
    diagnostic: { code: "build-it/target_variable_missing", subject: "DATABASE_URL" },
  });
});

test.each(["mysql://db/crm", "not a url"])("%s is no PostgreSQL URL, and is not repeated", (url) => {
  const target = resolveTarget({ url }, context());
  expect(target).toMatchObject({ diagnostic: { code: "build-it/target_url_invalid" } });
  expect(JSON.stringify(target)).not.toContain(url);
});
