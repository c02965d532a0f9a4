import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createPlan, sourceOf } from "../pipeline.ts";
import { openProject } from "../project/open-project.ts";
import { answerUnattended } from "../run/run-options.ts";
import { runUntil } from "../run/run-stage.ts";
import { createApp } from "./create-app.ts";

let root: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "build-it-init-"));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

test.each([true, false])("makes an application whose model is valid (in a workspace: %s)", async (inWorkspace) => {
  if (inWorkspace) writeFileSync(join(root, "pnpm-workspace.yaml"), 'packages: ["apps/*"]\n');
  const created = createApp(join(root, "apps", "My Shop"));
  expect(created).toMatchObject({ status: "created", inWorkspace });
  const module = inWorkspace ? "busm/my-shop/module.yaml" : "apps/My Shop/busm/my-shop/module.yaml";
  expect(existsSync(join(root, module))).toBe(true);

  const opened = await openProject({ cwd: join(root, "apps/My Shop"), environment: "development", variables: {} });
  if (opened.status === "refused") throw new Error(JSON.stringify(opened.diagnostics));
  const { project } = opened;
  const result = await runUntil(createPlan(project), "configuration", sourceOf(project), {
    runsFolder: project.runsFolder,
    environment: project.environment,
    signal: new AbortController().signal,
    now: () => new Date(),
    decide: answerUnattended,
  });
  expect(result).toMatchObject({ status: "completed", diagnostics: [] });
});

test("overwrites nothing, and says what is in the way", () => {
  const folder = join(root, "shop");
  createApp(folder);
  writeFileSync(join(folder, "index.html"), "mine");
  expect(createApp(folder)).toMatchObject({ status: "refused", diagnostics: [{ code: "build-it/files_in_the_way" }] });
  expect(readFileSync(join(folder, "index.html"), "utf8")).toBe("mine");
});

test("asks for a name that a module can have", () => {
  expect(createApp(join(root, "42"))).toMatchObject({ diagnostics: [{ code: "build-it/app_name_unusable" }] });
});
