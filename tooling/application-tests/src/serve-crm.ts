import { createDeploymentStage, servePreview } from "@build-it/stage-6-deployment";
import type { TestDatabase } from "@build-it/test-databases";
import { artifactOf, generateApplication, quietContext, type TestApplication } from "./build-application.ts";
import { createCrmDatabase } from "./create-crm-database.ts";
import { crmConfiguration } from "./crm-configuration.ts";

export interface ServedCrm {
  readonly url: string;
  readonly application: TestApplication;
  readonly database: TestDatabase;
  /** What the server told its log. */
  readonly errors: readonly unknown[];
  close(): Promise<void>;
}

/** The CRM of these tests, generated, built and served on a database of its own. */
export async function serveCrm(): Promise<ServedCrm> {
  const [application, database] = await Promise.all([generateApplication(crmConfiguration), createCrmDatabase()]);
  const errors: unknown[] = [];
  artifactOf(
    await createDeploymentStage({ appFolder: application.folder }).run(deploymentInput(application), quietContext()),
  );
  const served = await servePreview({
    appFolder: application.folder,
    databaseUrl: database.url,
    port: 0,
    host: "127.0.0.1",
    onError: (error) => errors.push(error),
  });
  return {
    url: served.url,
    application,
    database,
    errors,
    close: async () => {
      await served.close();
      await Promise.all([application.remove(), database.drop()]);
    },
  };
}

/** What the stages before 6 hand on. */
export const deploymentInput = ({ folder, files }: TestApplication) => ({
  files,
  validation: { app: folder, checkedFiles: files.files.length, elapsedMs: 0 },
  database: { iteration: 1, schemaFingerprint: "f".repeat(64) },
});
