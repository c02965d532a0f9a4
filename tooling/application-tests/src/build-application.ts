import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Configuration, GeneratedFiles, TableDeclaration, ViewModels } from "@build-it/artifacts";
import { viewForgeStage } from "@build-it/stage-3-viewforge";
import { createComponentsStage } from "@build-it/stage-4-components";
import type { StageContext, StageResult } from "@build-it/stage-contract";
import { declareTables, writeTableTypes } from "./declare-tables.ts";

/** A run with nobody to ask and nobody to tell. */
export const quietContext = (
  environment: StageContext["environment"] = { name: "development", apply: "auto" },
): StageContext => ({
  runId: "test",
  environment,
  signal: new AbortController().signal,
  now: () => new Date(),
  emit: () => {},
  decide: async (question) => question.unattended,
});

/** The artifact of a stage that must not halt. */
export function artifactOf<Artifact>(result: StageResult<Artifact>): Artifact {
  if (result.status === "completed") return result.artifact;
  throw new Error([result.reason.message, ...result.diagnostics.map((one) => JSON.stringify(one, null, 2))].join("\n"));
}

/** An application in a folder of its own, inside this package so that it finds React and Kysely. */
export interface TestApplication {
  readonly folder: string;
  readonly tables: readonly TableDeclaration[];
  readonly views: ViewModels;
  readonly files: GeneratedFiles;
  remove(): Promise<void>;
}

/** The page, its start and its looks are the sample application's. */
const crm = join(import.meta.dirname, "..", "..", "..", "apps", "crm");

/** Makes an application's folder and runs stages 3 and 4 for it on hand-made table types. */
export async function generateApplication(configuration: Configuration): Promise<TestApplication> {
  const parent = join(import.meta.dirname, "..", ".build-it");
  await mkdir(parent, { recursive: true });
  const folder = await mkdtemp(join(parent, "application-"));
  const tables = declareTables(configuration);
  await mkdir(join(folder, "src", "generated", "database"), { recursive: true });
  await writeFile(join(folder, "src", "generated", "database", "database.ts"), writeTableTypes(tables));
  for (const path of ["index.html", "src/main.tsx", "src/styles.css"]) await cp(join(crm, path), join(folder, path));
  await writeFile(join(folder, "package.json"), JSON.stringify({ name: "test-application", type: "module" }));
  const views = artifactOf(await viewForgeStage.run({ configuration, tables: [...tables] }, quietContext()));
  const stage = createComponentsStage({ appFolder: folder });
  const files = artifactOf(await stage.run({ views, tables: [...tables] }, quietContext()));
  return { folder, tables, views, files, remove: () => rm(folder, { recursive: true, force: true }) };
}
