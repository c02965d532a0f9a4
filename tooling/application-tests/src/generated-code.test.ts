import { readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Configuration } from "@build-it/artifacts";
import { createComponentsStage } from "@build-it/stage-4-components";
import { createValidationStage } from "@build-it/stage-5-validation";
import type { StageEvent } from "@build-it/stage-contract";
import { afterEach, expect, test } from "vitest";
import { artifactOf, generateApplication, quietContext, type TestApplication } from "./build-application.ts";
import { crmConfiguration, entity, field, text } from "./crm-configuration.ts";

const made: TestApplication[] = [];
afterEach(async () => {
  for (const application of made.splice(0)) await application.remove();
});

const generate = async (configuration: Configuration): Promise<TestApplication> => {
  const application = await generateApplication(configuration);
  made.push(application);
  return application;
};

const validate = ({ folder, files, tables }: TestApplication) =>
  createValidationStage({ appFolder: folder }).run({ files, tables: [...tables] }, quietContext());

const generateAgain = ({ folder, views, tables }: TestApplication, emit: (event: StageEvent) => void = () => {}) =>
  createComponentsStage({ appFolder: folder }).run({ views, tables: [...tables] }, { ...quietContext(), emit });

const typesPath = ({ folder }: TestApplication) => join(folder, "src/generated/database/database.ts");

test("what is generated passes a strict type check against the table types", async () => {
  const application = await generate(crmConfiguration);
  const report = artifactOf(await validate(application));
  expect(report.checkedFiles).toBe(application.files.files.length);
});

test("a column that leaves the table types breaks every file that uses it, with place and excerpt", async () => {
  const application = await generate(crmConfiguration);
  const types = await readFile(typesPath(application), "utf8");
  await writeFile(typesPath(application), types.replace(/^ {4}"website".*\n/m, ""));
  const result = await validate(application);
  expect(result).toMatchObject({ status: "halted", reason: { kind: "invalid_output" } });
  const files = new Set(result.diagnostics.map(({ location }) => location?.file));
  for (const path of ["entities/account.ts", "components/account-form.tsx", "components/account-detail.tsx"]) {
    expect(files).toContain(`src/generated/${path}`);
  }
  const detail = result.diagnostics.find(
    ({ message, location }) => location?.file.endsWith("account-detail.tsx") && message.includes("'website'"),
  );
  expect(detail?.location?.excerpt).toMatch(/row\.website[^\n]*\n +\^{7}$/);
  expect(detail?.location?.line).toBeGreaterThan(1);
});

test("a choice that leaves the table types breaks the check", async () => {
  const application = await generate(crmConfiguration);
  const types = await readFile(typesPath(application), "utf8");
  await writeFile(typesPath(application), types.replaceAll(' | "partner"', ""));
  expect((await validate(application)).status).toBe("halted");
});

test("a generated file that was edited by hand is not passed", async () => {
  const application = await generate(crmConfiguration);
  await writeFile(join(application.folder, "src/generated/app.tsx"), "export const App = () => null;\n");
  const result = await validate(application);
  expect(result.diagnostics.map(({ code, subject }) => [code, subject])).toEqual([
    ["validation/file_changed", "src/generated/app.tsx"],
  ]);
});

const hostile = `</script><!-- */ \`\${process.exit(1)}\` "quoted" 'single' \\ \u2028 \u202e {x} & <b>\nnew line 🦊`;

test("labels, names and values that look like code stay text", async () => {
  const configuration: Configuration = {
    ...crmConfiguration,
    module: { name: "hostile", title: hostile },
    subModules: [
      { name: "all", title: hostile, entities: ["Class", "3 D", "3-D", "Row", "Index", "Page2", "Page 2", hostile] },
    ],
    entities: [
      entity("Class", "class", [field("name", text(), { label: hostile, help: hostile })], {
        label: hostile,
        pluralLabel: hostile,
      }),
      entity("3 D", "3 d", [
        field("name", text(), { column: `"a" ${hostile.replaceAll(".", "")}` }),
        field("__proto__", text()),
        field("choice", {
          kind: "enum",
          name: "choice",
          storage: "check",
          typeName: "choice",
          values: [{ value: hostile, label: hostile }],
        }),
      ]),
      entity("3-D", "constructor", [field("name", text(), { default: { kind: "literal", value: hostile } })]),
      ...["Row", "Index", "Page2", "Page 2"].map((name) => entity(name, name, [field("name", text())])),
      entity(hostile, hostile.replaceAll(".", ""), [field("name", text())]),
    ],
  };
  const application = await generate(configuration);
  artifactOf(await validate(application));
  for (const { path } of application.files.files) {
    const source = await readFile(join(application.folder, path), "utf8");
    expect(source, path).not.toMatch(/<\/script|[\u2028\u202e]/);
    expect(path).toMatch(/^src\/generated\/[a-z0-9/.-]+$/);
  }
});

test("the same input writes nothing a second time", async () => {
  const application = await generate(crmConfiguration);
  const path = join(application.folder, "src/generated/app.tsx");
  const before = await stat(path, { bigint: true });
  const steps: string[] = [];
  const again = artifactOf(await generateAgain(application, (event) => steps.push(event.type)));
  expect(again).toEqual(application.files);
  expect((await stat(path, { bigint: true })).mtimeNs).toBe(before.mtimeNs);
  expect(steps).toEqual([]);
});

test("a file that was damaged or lost is written again, and only that", async () => {
  const application = await generate(crmConfiguration);
  const generated = join(application.folder, "src/generated");
  const untouched = await stat(join(generated, "index.ts"), { bigint: true });
  const whole = await readFile(join(generated, "app.tsx"), "utf8");
  await writeFile(join(generated, "app.tsx"), `${whole}// more`);
  await rm(join(generated, "server/account.ts"));
  expect(artifactOf(await generateAgain(application))).toEqual(application.files);
  expect(await readFile(join(generated, "app.tsx"), "utf8")).toBe(whole);
  expect((await stat(join(generated, "index.ts"), { bigint: true })).mtimeNs).toBe(untouched.mtimeNs);
  artifactOf(await validate(application));
});

test("files of an entity that left are removed, and files of others are not", async () => {
  const application = await generate(crmConfiguration);
  const generated = join(application.folder, "src/generated");
  await writeFile(join(generated, "components", "mine.tsx"), "export {};\n");
  const views = { ...application.views, entities: application.views.entities.filter(({ slug }) => slug !== "country") };
  const { files } = artifactOf(await generateAgain({ ...application, views }));
  expect(files.some(({ path }) => path.includes("country"))).toBe(false);
  await expect(stat(join(generated, "components/country-list.tsx"))).rejects.toThrow("ENOENT");
  await stat(join(generated, "components/mine.tsx"));
  await stat(typesPath(application));
});

test("a file that BUILD IT did not make is never overwritten", async () => {
  const application = await generate(crmConfiguration);
  const path = join(application.folder, "src/generated/app.tsx");
  await writeFile(path, "export const mine = true;\n");
  const result = await generateAgain(application);
  expect(result).toMatchObject({ status: "halted", reason: { kind: "invalid_output" } });
  expect(result.diagnostics[0]).toMatchObject({ code: "components/path_taken", subject: "src/generated/app.tsx" });
  expect(await readFile(path, "utf8")).toBe("export const mine = true;\n");
});
