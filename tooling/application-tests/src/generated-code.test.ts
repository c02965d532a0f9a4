import { createValidationStage } from "@build-it/stage-5-validation";
import { afterAll, beforeAll, expect, test } from "vitest";
import { artifactOf, generateApplication, quietContext, type TestApplication } from "./build-application.ts";
import { crmConfiguration } from "./crm-configuration.ts";

let application: TestApplication;
beforeAll(async () => {
  application = await generateApplication(crmConfiguration);
});
afterAll(() => undefined);

const validate = () =>
  createValidationStage({ appFolder: application.folder }).run(
    { files: application.files, tables: [...application.tables] },
    quietContext(),
  );

test("what is generated passes a strict type check against the table types", async () => {
  const report = artifactOf(await validate());
  expect(report.checkedFiles).toBe(application.files.files.length);
});
