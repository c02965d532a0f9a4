import { describe, expect, test } from "vitest";
import {
  checkCatalog,
  checkReferences,
  checkUndeclaredDependencies,
  checkUnusedDependencies,
} from "./check-dependencies.ts";
import { checkFileSize, mostLines } from "./check-file-size.ts";
import { checkFolderDirections, checkImportDirections } from "./check-import-directions.ts";
import { checkMachineNames } from "./check-machine-names.ts";
import { checkEmptyNames, checkFileNames } from "./check-names.ts";
import { checkObjectKinds } from "./check-object-kinds.ts";
import { checkPlans } from "./check-plans.ts";
import { checkSql } from "./check-sql.ts";
import { describeFinding, type Finding, packagesOf, parseTypeScript, type Repository } from "./repository.ts";
import { checkDocumented, checkNamedExports, describeSurface } from "./surface.ts";

/** A package of one source file. */
const packageOf = (
  folder: string,
  source: string,
  options: { file?: string; manifest?: object; tsconfig?: object } = {},
) => {
  const name = `@build-it/${folder.split("/")[1]}`;
  return packagesOf([
    { path: `${folder}/package.json`, text: JSON.stringify({ name, ...options.manifest }) },
    { path: `${folder}/tsconfig.json`, text: JSON.stringify(options.tsconfig ?? {}) },
    { path: `${folder}/src/${options.file ?? "index.ts"}`, text: source },
  ]);
};

const repositoryOf = (packages: Repository["packages"], more: Partial<Repository> = {}): Repository => ({
  packages,
  files: [],
  root: { name: "root" },
  catalog: {},
  ...more,
});

const messagesOf = (findings: readonly Finding[]): readonly string[] => findings.map(({ message }) => message);
const lines = (...text: readonly string[]) => text.join("\n");

describe("import directions", () => {
  test.each([
    ["packages/busm", 'import "@build-it/postgres-schema"', "busm may not import postgres-schema"],
    ["packages/stage-contract", 'export * from "@build-it/artifacts"', "stage-contract may not import artifacts"],
    ["packages/stage-2-configuration", 'await import("@build-it/stage-1-requirements")', /may not import stage-1/],
    ["packages/artifacts", 'type A = import("@build-it/build-it").A', "artifacts may not import build-it"],
    ["apps/cli", 'import "@build-it/stage-2.5-database"', "apps/cli may not import stage-2.5-database"],
    ["packages/build-it", 'import "@build-it/stage-1-requirements"', /only .*pipeline\.ts imports the stages/],
    ["packages/build-it", 'import "@build-it/artifacts/src/database.ts"', /reaches into a package/],
    ["packages/build-it", 'import "../../busm/src/index.ts"', /reaches out of its package/],
  ])("do not let %s say %s", (folder, source, message) => {
    expect(messagesOf(checkImportDirections(packageOf(folder, source)))).toEqual([expect.stringMatching(message)]);
  });

  test.each([
    ["packages/build-it", "pipeline.ts", 'import "@build-it/stage-1-requirements"'],
    ["packages/stage-2.5-database", "index.ts", 'import "@build-it/postgres-schema"; import "./stage.ts"'],
    ["packages/postgres-schema", "a.test.ts", 'import "@build-it/test-databases"'],
    ["apps/cli", "index.ts", 'import "@build-it/build-it"; import "commander"'],
  ])("let %s/src/%s say %s", (folder, file, source) => {
    expect(checkImportDirections(packageOf(folder, source, { file }))).toEqual([]);
  });

  test("let a package be entered by the doors that it exports", () => {
    const manifest = { exports: { ".": "", "./server": "" } };
    const packages = [
      ...packageOf("packages/application-kit", "", { manifest }),
      ...packageOf("apps/crm", 'import "@build-it/application-kit/server"; import "@build-it/application-kit/client"'),
    ];
    expect(messagesOf(checkImportDirections(packages))).toEqual([
      "reaches into a package: @build-it/application-kit/client",
    ]);
  });

  test.each([
    ["schema/a.ts", "../sql/sql.ts", "schema/ may not import sql"],
    ["2-diff/a.ts", "../3-plan/step.ts", "2-diff/ may not import 3-plan"],
    ["sql/a.ts", "../index.ts", "sql/ may not import index.ts"],
  ])("keep postgres-schema/src/%s from %s", (file, specifier, message) => {
    const source = parseTypeScript(`packages/postgres-schema/src/${file}`, `import "${specifier}"`);
    expect(messagesOf(checkFolderDirections([source]))).toEqual([message]);
  });

  test("let a later folder of postgres-schema import an earlier one", () => {
    const source = parseTypeScript("packages/postgres-schema/src/3-plan/changes/a.ts", 'import "../../sql/sql.ts"');
    expect(checkFolderDirections([source])).toEqual([]);
  });
});

describe("dependencies", () => {
  test("must be declared, and not only for tests", () => {
    const manifest = { devDependencies: { kysely: "catalog:" } };
    const packages = packageOf("packages/a", 'import "pg"; import "kysely"; import "node:fs"', { manifest });
    expect(messagesOf(checkUndeclaredDependencies(repositoryOf(packages)))).toEqual([
      "pg is not declared in package.json",
      "kysely is only a devDependency",
    ]);
  });

  test("of a test may be the root's", () => {
    const packages = packageOf("packages/a", 'import "vitest"', { file: "a.test.ts" });
    const root = { name: "root", devDependencies: { vitest: "catalog:" } };
    expect(checkUndeclaredDependencies(repositoryOf(packages, { root }))).toEqual([]);
  });

  test("must be used", () => {
    const manifest = {
      dependencies: { pg: "catalog:", zod: "catalog:", "@types/pg": "catalog:", "@build-it/typescript": "workspace:*" },
    };
    const tsconfig = { extends: "@build-it/typescript/library.json" };
    const packages = packageOf("packages/a", 'import "pg"', { manifest, tsconfig });
    expect(messagesOf(checkUnusedDependencies(repositoryOf(packages)))).toEqual(["zod is declared and not used"]);
  });

  test("of an application are used by what is generated for it", () => {
    const manifest = { dependencies: { react: "catalog:" } };
    const packages = packagesOf([
      { path: "apps/a/package.json", text: JSON.stringify({ name: "@build-it/a", ...manifest }) },
      { path: "apps/a/build-it.config.ts", text: "export default {}" },
    ]);
    expect(checkUnusedDependencies(repositoryOf(packages))).toEqual([]);
  });

  test("take their versions from the catalog, which holds no others", () => {
    const packages = packageOf("packages/a", "", { manifest: { dependencies: { pg: "catalog:", zod: "^4.0.0" } } });
    const findings = checkCatalog(repositoryOf(packages, { catalog: { pg: "8.0.0", hono: "4.0.0" } }));
    expect(messagesOf(findings)).toEqual([
      "hono is in the catalog and no package takes it",
      "zod has a version of its own (^4.0.0), not the catalog's",
    ]);
  });

  test("within the workspace are project references, and the other way round", () => {
    const packages = [
      ...packageOf("packages/a", "", {
        manifest: { dependencies: { "@build-it/b": "workspace:*" } },
        tsconfig: { references: [{ path: "../c" }] },
      }),
      ...packageOf("packages/b", ""),
      ...packageOf("packages/c", ""),
    ];
    expect(messagesOf(checkReferences(packages))).toEqual([
      "has no reference to packages/b, a dependency",
      "has a reference to packages/c, no dependency",
    ]);
  });
});

describe("SQL", () => {
  const check = (source: string, path = "packages/stage-2.5-database/src/a.ts") =>
    checkSql([parseTypeScript(path, source)]);

  test.each([
    "client.query(`SELECT * FROM ${table}`)",
    "const text = `create table ${name} (id uuid)`",
    "const text = `\n  ALTER TABLE ${name} DROP COLUMN a`",
    "const text = `set local lock_timeout = '${timeoutMs}ms'`",
    "const text = String.raw`drop schema ${name}`",
    'const text = "insert into a values (" + value + ")"',
    "const text = `CREATE DATABASE ${escapeIdentifier(name)} OWNER ${owner}`",
  ])("is not pasted together: %s", (source) => {
    expect(check(source)).toHaveLength(1);
  });

  test.each([
    'client.query("SELECT * FROM build_it.migration_history WHERE iteration = $1", [iteration])',
    "client.query(`SELECT * FROM pg_class`)",
    "const step = sql`ALTER TABLE ${tableName(id)} DROP COLUMN ${ident(name)}`",
    "const text = `CREATE DATABASE ${pg.escapeIdentifier(name)}`",
    "const timeoutMs = 5 * 1_000; client.query(`SET LOCAL lock_timeout = ${timeoutMs}`)",
    "const text = `Create ${count} tables, or drop them from ${place}`",
  ])("may be constant, tagged or quoted: %s", (source) => {
    expect(check(source)).toEqual([]);
  });

  test("may be put together where it only reads the catalog", () => {
    const path = "packages/postgres-schema/src/1-introspect/a.ts";
    expect(check("const text = `SELECT oid FROM ${catalog} x`", path)).toEqual([]);
    expect(check("const text = `DROP TABLE ${name}`", path)).toHaveLength(1);
  });

  test("is made in one folder, and spoken of in messages", () => {
    const source = "export const a = `DROP TABLE ${name}`";
    expect(check(source, "packages/postgres-schema/src/sql/a.ts")).toEqual([]);
    expect(check(source, "packages/stage-2.5-database/src/diagnostics.ts")).toEqual([]);
  });
});

test("the differ may not name an object kind", () => {
  const findings = checkObjectKinds([
    parseTypeScript("packages/postgres-schema/src/schema/objects.ts", 'interface Table { readonly kind: "table" }'),
    parseTypeScript("packages/postgres-schema/src/2-diff/a.ts", 'if (object.kind === "table" || name === "other") {}'),
  ]);
  expect(findings.map(describeFinding)).toEqual([
    'packages/postgres-schema/src/2-diff/a.ts:1 2-diff knows no object kind: "table"',
  ]);
});

describe("names", () => {
  const file = (path: string, source: string) => [parseTypeScript(path, source)];

  test.each([
    ["packages/a/src/helpers.ts", "", '"helper" in a file\'s name says nothing'],
    ["packages/a/src/a.ts", "export class PoolManager {}", '"manager" in PoolManager says nothing'],
    ["packages/a/src/a.ts", "export const userData = 1", '"data" in userData says nothing'],
    ["packages/a/src/a.ts", "export const handleClick = () => 1", '"handle" in handleClick says nothing'],
    ["packages/a/src/a.ts", "export class MigrationManager {}", '"manager" in MigrationManager says nothing'],
  ])("say something: %s %s", (path, source, message) => {
    expect(messagesOf(checkEmptyNames(file(path, source)))).toEqual([message]);
  });

  test.each([
    ["packages/stage-2.5-database/src/a.ts", "export class MigrationManager {}"],
    [
      "packages/a/src/a.ts",
      "export const dataDirectory = 1; export const readDatabase = 1; export const losesData = 1",
    ],
    ["packages/a/src/a.ts", "export interface ServerProcess {}"],
  ])("may be the seed's or PostgreSQL's: %s %s", (path, source) => {
    expect(checkEmptyNames(file(path, source))).toEqual([]);
  });

  test.each([
    ["packages/a/src/orderSteps.ts", "export const orderSteps = 1", "is not in kebab-case"],
    ["packages/a/src/order-steps.ts", "export const sort = 1", "shares no word with its exports: sort"],
  ])("of files follow their export: %s %s", (path, source, message) => {
    expect(messagesOf(checkFileNames(file(path, source)))).toEqual([message]);
  });

  test.each([
    ["packages/a/src/order-steps.ts", "export const orderSteps = 1"],
    ["packages/a/src/reports.ts", "export type PlanReport = 1"],
    ["packages/a/src/identifier.ts", "export const ident = 1"],
    ["packages/a/src/introspect-columns.ts", "export const columns = 1"],
    ["packages/a/src/index.ts", 'export { a } from "./a.ts"'],
    ["packages/a/src/start.ts", "start()"],
  ])("of files may be plural, a stem, in part, or a role: %s %s", (path, source) => {
    expect(checkFileNames(file(path, source))).toEqual([]);
  });
});

describe("texts", () => {
  const text = (content: string) => [{ path: "packages/a/src/a.ts", text: content }];

  test("are short", () => {
    expect(checkFileSize(text("\n".repeat(mostLines)))).toHaveLength(1);
    expect(checkFileSize(text("\n".repeat(mostLines - 1)))).toEqual([]);
    expect(checkFileSize([{ path: "packages/a/src/a.test.ts", text: "\n".repeat(mostLines) }])).toEqual([]);
  });

  test("hold no plans", () => {
    expect(checkPlans(text(`a\n// ${"TO"}${"DO"}: later`))).toMatchObject([{ line: 2 }]);
    expect(checkPlans(text("const toDo = 1"))).toEqual([]);
  });

  test("name no registry and no machine", () => {
    const host = ["registry", "example", "org"].join(".");
    const path = ["", "home", "ada", "project"].join("/");
    expect(checkMachineNames(text(`https://${host}/pg`))).toHaveLength(1);
    expect(checkMachineNames(text(lines("", `cd "${path}"`)))).toMatchObject([{ line: 2 }]);
    expect(checkMachineNames(text("import './work/a.ts'; const page = '/homepage/a'"))).toEqual([]);
  });
});

describe("the public surface", () => {
  const source = lines(
    "/** Documented. */",
    "export const Report = 1;",
    "export type Report = typeof Report;",
    "export const bare = () => 1;",
    "const inner = 1;",
  );

  test("is documented, once for a schema and its type", () => {
    expect(messagesOf(checkDocumented(packageOf("packages/a", source)))).toEqual(["bare is public and has no comment"]);
  });

  test("is documented where it is declared, also behind another name", () => {
    const packages = packagesOf([
      { path: "packages/a/package.json", text: '{ "name": "@build-it/a" }' },
      { path: "packages/a/src/index.ts", text: 'export { bare as plain, type Report } from "./report.ts"' },
      { path: "packages/a/src/report.ts", text: source },
    ]);
    expect(checkDocumented(packages).map(describeFinding)).toEqual([
      "packages/a/src/report.ts:4 plain is public and has no comment",
    ]);
    expect(packages.map(describeSurface)).toEqual(["Report const\nReport type\nplain function\n"]);
  });

  test("is named", () => {
    expect(checkNamedExports(packageOf("packages/a", 'export * from "./a.ts"'))).toHaveLength(1);
    expect(checkNamedExports(packageOf("packages/a", 'export { a } from "./a.ts"'))).toEqual([]);
  });
});
