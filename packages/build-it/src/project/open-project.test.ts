import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { HaltError } from "../run/halt-error.ts";
import { openProject, type Project } from "./open-project.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "build-it-app-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const write = (path: string, text: string) => {
  mkdirSync(join(root, path, ".."), { recursive: true });
  writeFileSync(join(root, path), text);
};
const config = (rest = "") => `import { defineConfig } from "@build-it/build-it/config";
export default defineConfig({ module: "crm", busm: "../../busm", ${rest} });
`;
const open = (cwd = "apps/crm", environment = "development", variables: NodeJS.ProcessEnv = {}) =>
  openProject({ cwd: join(root, cwd), environment, variables });

async function opened(...given: Parameters<typeof open>): Promise<Project> {
  const result = await open(...given);
  if (result.status === "refused") throw new Error(result.diagnostics.map(({ message }) => message).join());
  return result.project;
}

describe("finding the application", () => {
  beforeEach(() => write("apps/crm/build-it.config.ts", config()));

  test("works from its folder and from any below", async () => {
    mkdirSync(join(root, "apps/crm/src/deep"), { recursive: true });
    for (const cwd of ["apps/crm", "apps/crm/src/deep"]) {
      expect((await opened(cwd)).appFolder).toBe(join(root, "apps/crm"));
    }
  });

  test("works from a repository that names it", async () => {
    write("package.json", JSON.stringify({ buildIt: { app: "apps/crm" } }));
    expect((await opened(".")).appFolder).toBe(join(root, "apps/crm"));
    expect((await opened("apps")).appFolder).toBe(join(root, "apps/crm"));
  });

  test("says so where there is none", async () => {
    expect(await open(".")).toMatchObject({ status: "refused", diagnostics: [{ code: "build-it/app_missing" }] });
  });
});

describe("reading the config", () => {
  test("gives all the places", async () => {
    write("apps/crm/build-it.config.ts", config());
    expect(await opened()).toMatchObject({
      moduleFolder: join(root, "busm/crm"),
      runsFolder: join(root, "apps/crm/.build-it/runs"),
      environment: { name: "development", apply: "auto" },
      database: { databaseFolder: join(root, "apps/crm/database") },
    });
  });

  test("bundles once, and again only after a change, also of a file that it imports", async () => {
    write("apps/crm/build-it.config.ts", `import { major } from "./major.ts";\n${config("postgres: major")}`);
    write("apps/crm/major.ts", "export const major = 17 as const;");
    const cache = join(root, "apps/crm/.build-it/cache");
    const bundled = () => readdirSync(cache).map((file) => `${file} ${statSync(join(cache, file)).mtimeMs}`);
    expect((await opened()).config.postgres).toBe(17);
    const first = bundled();
    await opened();
    expect(bundled()).toEqual(first);
    write("apps/crm/major.ts", "export const major = 18 as const;");
    expect((await opened()).config.postgres).toBe(18);
  });

  test("says what a config that does not load says", async () => {
    write("apps/crm/build-it.config.ts", 'throw new Error("no such luck");');
    expect(await open()).toMatchObject({ diagnostics: [{ code: "build-it/config_fails", cause: "no such luck" }] });
  });

  test("names the environments there are", async () => {
    write("apps/crm/build-it.config.ts", config());
    const refused = await open("apps/crm", "staging");
    expect(refused).toMatchObject({ diagnostics: [{ code: "build-it/environment_unknown" }] });
    expect(JSON.stringify(refused)).toContain("The environments are development");
  });
});

describe("the databases", () => {
  test("start when they are asked for, the target among them, and stop with the project", async () => {
    write("apps/crm/build-it.config.ts", config());
    const project = await opened();
    try {
      const [target, shadow] = await Promise.all([project.database.target(), project.database.shadow()]);
      expect(target).toMatchObject({ kind: "embedded", label: "embedded PostgreSQL 17 · crm" });
      expect(shadow.major).toBe(17);
      const client = new Client({ connectionString: target.url });
      await client.connect();
      const { rows } = await client.query("SELECT current_database() AS name");
      await client.end();
      expect(rows).toEqual([{ name: "crm" }]);
    } finally {
      await project.close();
    }
  });

  test("that cannot be worked out halt when they are asked for, not before", async () => {
    const target = '{ env: "DATABASE_URL" }';
    write(
      "apps/crm/build-it.config.ts",
      config(`environments: { production: { apply: "approved", target: ${target} } }`),
    );
    const project = await opened("apps/crm", "production");
    await expect(project.database.target()).rejects.toThrow(HaltError);
    await expect(project.database.target()).rejects.toMatchObject({ reason: { kind: "target_unavailable" } });
  });
});
