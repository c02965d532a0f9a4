import { spawn } from "node:child_process";
import { createHash, createHmac } from "node:crypto";
import { once } from "node:events";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createDeploymentStage, PreviewUnavailable, servePreview } from "@build-it/stage-6-deployment";
import type { TestDatabase } from "@build-it/test-databases";
import { afterAll, beforeAll, expect, test } from "vitest";
import { artifactOf, generateApplication, quietContext, type TestApplication } from "./build-application.ts";
import { createCrmDatabase } from "./create-crm-database.ts";
import { crmConfiguration } from "./crm-configuration.ts";
import { deploymentInput } from "./serve-crm.ts";

let application: TestApplication;
let database: TestDatabase;
beforeAll(async () => {
  [application, database] = await Promise.all([generateApplication(crmConfiguration), createCrmDatabase()]);
  await mkdir(join(application.folder, "database", "migrations"), { recursive: true });
  await writeFile(join(application.folder, "database", "migrations", "001_account.sql"), "select 1;\n");
});
afterAll(() => Promise.all([application?.remove(), database?.drop()]));

const deploy = (environment: { name: string; apply: "auto" | "ask" | "approved" }) =>
  createDeploymentStage({ appFolder: application.folder }).run(deploymentInput(application), quietContext(environment));

const secret = "a secret that only the project's authentication and the release know";
const encode = (part: unknown): string => Buffer.from(JSON.stringify(part)).toString("base64url");
const sign = (claims: object, key = secret): string => {
  const text = `${encode({ alg: "HS256", typ: "JWT" })}.${encode(claims)}`;
  return `${text}.${createHmac("sha256", key).update(text).digest("base64url")}`;
};

test("the preview cannot be served before it is built", async () => {
  const options = { appFolder: application.folder, databaseUrl: database.url, port: 0, host: "127.0.0.1" } as const;
  await expect(servePreview(options)).rejects.toThrow(PreviewUnavailable);
});

test("an application whose own file is broken halts with the place", async () => {
  const path = join(application.folder, "src", "main.tsx");
  const whole = await readFile(path, "utf8");
  await writeFile(path, `${whole}\nimport "./nowhere.ts";\n`);
  const result = await deploy({ name: "development", apply: "auto" });
  await writeFile(path, whole);
  expect(result).toMatchObject({ status: "halted", reason: { kind: "invalid_output" } });
  expect(result.diagnostics[0]?.cause).toContain("nowhere.ts");
});

test("a release holds client, server, migrations and the sum of every file, and runs by itself", async () => {
  const deployment = artifactOf(await deploy({ name: "production", apply: "approved" }));
  if (deployment.kind !== "release") throw new Error("no release was made");
  const text = await readFile(join(deployment.bundle, "manifest.json"));
  expect(createHash("sha256").update(text).digest("hex")).toBe(deployment.sha256);
  const manifest = JSON.parse(text.toString());
  expect(manifest.iteration).toBe(1);
  for (const { path, sha256 } of manifest.files) {
    const bytes = await readFile(join(deployment.bundle, path));
    expect(createHash("sha256").update(bytes).digest("hex"), path).toBe(sha256);
  }
  expect(deployment.files).toContain("migrations/001_account.sql");

  const child = spawn(process.execPath, ["server/server.js"], {
    cwd: deployment.bundle,
    env: { ...process.env, DATABASE_URL: database.url, JWT_SECRET: secret, PORT: "0", NODE_PATH: "" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    child.stdout.setEncoding("utf8");
    const [said] = (await once(child.stdout, "data")) as [string];
    const url = /http:\S+/.exec(said)?.[0] ?? "";
    const status = async (token: string | null) =>
      (
        await fetch(
          new URL("/api/account", url),
          token === null ? {} : { headers: { authorization: `Bearer ${token}` } },
        )
      ).status;
    const claims = { sub: "00000000-0000-4000-8000-00000000000a", role: "authenticated" };
    const now = Math.floor(Date.now() / 1000);
    expect((await fetch(url)).status).toBe(200);
    expect(await status(null)).toBe(403);
    expect(await status(sign({ ...claims, exp: now + 60 }))).toBe(200);
    expect(await status(sign({ ...claims, exp: now - 60 }))).toBe(401);
    expect(await status(sign(claims, "another secret"))).toBe(401);
    expect(await status(sign({ ...claims, role: "service_role" }))).toBe(401);
    // What one chooses to be in development is nothing here.
    const chosen = await fetch(new URL("/api/account", url), {
      headers: { cookie: `build_it_development_user=${claims.sub}` },
    });
    expect(chosen.status).toBe(403);
  } finally {
    child.kill("SIGTERM");
    if (child.exitCode === null) await once(child, "exit");
  }
});

test("the same sources are built once", async () => {
  const built = async () => {
    const details: unknown[] = [];
    const context = { ...quietContext(), emit: (event: { type: string }) => details.push(event) };
    artifactOf(
      await createDeploymentStage({ appFolder: application.folder }).run(deploymentInput(application), context),
    );
    return JSON.stringify(details);
  };
  expect(await built()).toContain('"built"');
  expect(await built()).toContain('"unchanged"');
  await writeFile(join(application.folder, "src", "styles.css"), "body { margin: 0 }\n");
  expect(await built()).toContain('"built"');
});
