import { expect, test } from "vitest";
import { parseConfig } from "./parse-config.ts";

const text = `export default defineConfig({
  modul: "crm",
  busm: "../../busm",
  environments: {
    development: { aply: "auto", target: { embeded: true } },
  },
});
`;
const source = { file: "build-it.config.ts", text };
const problemsOf = (config: unknown) => {
  const result = parseConfig(config, source);
  return result.status === "invalid" ? result.diagnostics : [];
};

test("fills in what was left out", () => {
  expect(parseConfig({ module: "crm", busm: "../../busm" }, source)).toMatchObject({
    config: { postgres: 17, environments: { development: { apply: "auto", target: { embedded: true } } } },
  });
});

test("names every unknown key, what was meant, and where it is", () => {
  const problems = problemsOf({
    modul: "crm",
    busm: "../../busm",
    environments: { development: { aply: "auto", target: { embeded: true } } },
  }).filter(({ code }) => code === "build-it/config_key_unknown");
  expect(problems.map(({ subject, remedy, location }) => [subject, remedy, location?.line, location?.column])).toEqual([
    ["environments.development.target.embeded", 'Did you mean "embedded"?', 5, 44],
    ["environments.development.aply", 'Did you mean "apply"?', 5, 20],
    ["modul", 'Did you mean "module"?', 2, 3],
  ]);
  expect(problems[2]?.location?.excerpt).toBe('  modul: "crm",\n  ^^^^^');
});

test("lists the keys where nothing similar was meant", () => {
  expect(problemsOf({ module: "crm", busm: "b", zzz: 1 })[0]?.remedy).toContain("module, busm, postgres");
});

test.each([
  ["a wrong word", { development: { apply: "maybe", target: { embedded: true } } }, "environments.development.apply"],
  [
    "a wrong name",
    { development: { apply: "auto", target: { embedded: true, database: "A b" } } },
    "environments.development.target.database",
  ],
  [
    "a missing part",
    { development: { apply: "auto", target: { supabase: {} } } },
    "environments.development.target.supabase.env",
  ],
])("names the place of %s", (_what, environments, subject) => {
  expect(problemsOf({ module: "crm", busm: "b", environments })).toMatchObject([
    { code: "build-it/config_value_invalid", subject },
  ]);
});

test("says how a config that exports nothing ends", () => {
  expect(problemsOf(undefined)).toMatchObject([{ remedy: expect.stringContaining("export default defineConfig") }]);
});
