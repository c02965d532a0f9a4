import { existsSync } from "node:fs";
import { mkdir, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import {
  type DatabaseSchema,
  databaseSchema,
  diffSchemas,
  idOf,
  isSame,
  nameOf,
  planMigration,
  type SchemaObject,
} from "@build-it/postgres-schema";
import { databaseFolderTaken, importDiffers, moduleFolderTaken } from "../diagnostics.ts";
import { createBaseline, createModelSchema, sourceOf } from "../pipeline.ts";
import type { Project } from "../project/open-project.ts";
import { HaltError } from "../run/halt-error.ts";
import type { RunOptions } from "../run/run-options.ts";
import { type RunResult, runPipeline } from "../run/run-pipeline.ts";
import { describeTables, type ImportedTable } from "./describe-tables.ts";
import { noDoubts } from "./lift/doubts.ts";
import { type LiftedSchema, liftSchema } from "./lift/lift-schema.ts";
import { printModel } from "./lift/print-model.ts";
import { type Attempt, doubtAll, raiseDoubts } from "./lift/raise-doubts.ts";
import { printSchemaFiles } from "./print-schema-files.ts";
import { type ImportedSchema, type ImportSource, readImportSource } from "./read-import-source.ts";

/** What to import, into which project. */
export interface ImportOptions extends Omit<ImportSource, "major"> {
  readonly project: Project;
  readonly run: RunOptions;
}

/** What an import made. */
export interface ImportReport {
  readonly from: string;
  readonly moduleFolder: string;
  /** Files of the model, relative to the module's folder. */
  readonly files: readonly string[];
  /** Each table: the entity that it became, or why it is said in SQL. */
  readonly tables: readonly ImportedTable[];
  /** Views, functions and types that are said in SQL, by name. */
  readonly saidInSql: readonly string[];
  /** What does not come along. */
  readonly leftOut: readonly string[];
  readonly notes: readonly string[];
  /** The baseline's migration. */
  readonly baseline: string | null;
  /** The database whose history begins with the baseline. */
  readonly adopted: string | null;
}

/**
 * Makes a model of a schema that exists, and iteration 1 as its baseline. Nothing is left on disk unless the model, built on
 * a blank database, is exactly the schema that it was made from. Throws `HaltError`.
 */
export async function importSchema(options: ImportOptions): Promise<ImportReport> {
  const { project, run } = options;
  if (existsSync(project.moduleFolder)) throw new HaltError("invalid_model", moduleFolderTaken(project.moduleFolder));
  if (existsSync(project.database.databaseFolder))
    throw new HaltError("history_mismatch", databaseFolderTaken(project.database.databaseFolder));
  const imported = await readImportSource({ ...options, major: project.config.postgres });
  const staging = join(project.database.workFolder, `import-${process.pid}`);
  try {
    const { lifted, files, staged } = await makeModel(project, { imported, staging, run });
    await mkdir(dirname(project.moduleFolder), { recursive: true });
    await rename(staged.moduleFolder, project.moduleFolder);
    const { written, adopted } = await writeBaselineOf(options, imported);
    return {
      from: imported.label,
      moduleFolder: project.moduleFolder,
      files: Object.keys(files),
      tables: describeTables(imported.schema, lifted),
      saidInSql: headsOf(imported.schema, lifted),
      leftOut: imported.leftOut.map(({ what, name }) => `${what} ${name}`),
      notes: imported.notes,
      baseline: written,
      adopted,
    };
  } finally {
    await rm(staging, { recursive: true, force: true });
  }
}

interface MadeModel {
  readonly lifted: LiftedSchema;
  readonly files: Readonly<Record<string, string>>;
  readonly staged: Project;
}

interface ModelMaking {
  readonly imported: ImportedSchema;
  readonly staging: string;
  readonly run: RunOptions;
}

const mostAttempts = 12;

/**
 * Makes the model, and builds it on a blank database: what does not come out as it is there is said in another way, at
 * last in SQL, until all of it does. Throws `HaltError` where it never does.
 */
async function makeModel(project: Project, { imported, staging, run }: ModelMaking): Promise<MadeModel> {
  let doubts = noDoubts;
  for (let number = 1; ; number++) {
    const lifted = liftSchema(imported.schema, doubts);
    const files = describeModel(project, imported, lifted);
    const staged = await stageModel(project, { staging, files });
    const attempt = await tryModel(staged, imported, run);
    const raised = number < mostAttempts ? raiseDoubts(attempt, lifted, doubts) : undefined;
    if (raised !== undefined) doubts = raised;
    else if (isRight(attempt)) return { lifted, files, staged };
    else if (lifted.entities.size > 0) doubts = doubtAll(lifted, doubts, "together with the rest the model is refused");
    else throw asHalt(attempt, imported);
  }
}

function describeModel(
  project: Project,
  { schema, major }: ImportedSchema,
  lifted: LiftedSchema,
): Readonly<Record<string, string>> {
  const { steps } = planMigration(lifted.said, schema, { postgresMajor: major });
  const sqlFiles = printSchemaFiles(steps, schema);
  return {
    ...printModel(lifted, project.config.module),
    ...Object.fromEntries(Object.entries(sqlFiles).map(([name, text]) => [`sql/schema/${name}`, text])),
  };
}

/** Writes the model's files aside, and gives the project as if they were in their place. */
async function stageModel(
  project: Project,
  { staging, files }: { readonly staging: string; readonly files: Readonly<Record<string, string>> },
): Promise<Project> {
  const moduleFolder = resolve(staging, project.config.module);
  await rm(staging, { recursive: true, force: true });
  for (const [path, text] of Object.entries(files)) {
    const place = join(moduleFolder, path);
    await mkdir(dirname(place), { recursive: true });
    await writeFile(place, text, { flag: "wx" });
  }
  return { ...project, moduleFolder, config: { ...project.config, busm: staging } };
}

/** Builds the model on a blank database, and compares what comes of it with what was imported. */
async function tryModel(staged: Project, imported: ImportedSchema, run: RunOptions): Promise<Attempt> {
  const result = await runPipeline(createModelSchema(staged), sourceOf(staged), { ...run, kept: false });
  if (result.status === "halted" && result.reason.kind !== "cancelled")
    return { status: "refused", diagnostics: result.diagnostics };
  const { catalog, postgresMajor } = artifactsOf(result).schema;
  const difference = diffSchemas(compared(imported.schema), databaseSchema(catalog));
  if (postgresMajor === imported.major) return { status: "built", difference };
  // Another version prints some expressions in another way: then the database itself is asked, when its history begins.
  const changed = difference.changed.filter(({ before }) => printsAlike.has(before.kind));
  return { status: "built", difference: { ...difference, changed } };
}

const printsAlike: ReadonlySet<string> = new Set(["table", "primary_key", "unique", "foreign_key", "enum", "comment"]);

const isRight = (attempt: Attempt): boolean => attempt.status === "built" && isSame(attempt.difference);

function asHalt(attempt: Attempt, { label }: ImportedSchema): HaltError {
  if (attempt.status === "built") {
    const { added, removed, changed } = attempt.difference;
    const names = [...added, ...removed, ...changed.map(({ after }) => after)].map(
      (object) => `${object.kind.replaceAll("_", " ")} ${nameOf(idOf(object))}`,
    );
    return new HaltError("invalid_output", importDiffers(label, names));
  }
  const [first, ...more] = attempt.diagnostics.filter(({ severity }) => severity === "error");
  return new HaltError("invalid_output", first ?? importDiffers(label, []), ...more);
}

/** Without what every server brings along and no verification looks at. */
const compared = ({ objects }: DatabaseSchema): DatabaseSchema =>
  databaseSchema([...objects.values()].filter((object) => !isPassedOver(object)));

const isPassedOver = (object: SchemaObject): boolean =>
  object.kind === "extension" ||
  object.kind === "default_privilege" ||
  ("on" in object && object.on !== null && object.on.startsWith("extension:"));

async function writeBaselineOf({ project, run }: ImportOptions, { database }: ImportedSchema) {
  try {
    const result = await runPipeline(createBaseline(project, database), sourceOf(project), run);
    return artifactsOf(result).report;
  } catch (error) {
    // Nothing was there before.
    await rm(project.moduleFolder, { recursive: true, force: true });
    await rm(project.database.databaseFolder, { recursive: true, force: true });
    throw error;
  }
}

/** What a run made. Throws `HaltError` where it stopped. */
function artifactsOf<Artifacts>(result: RunResult<Artifacts>): Artifacts {
  if (result.status === "completed") return result.artifacts;
  if (result.status === "failed") throw result.error;
  const [first, ...more] = result.diagnostics.filter(({ severity }) => severity === "error");
  throw new HaltError(
    result.reason.kind,
    first ?? { code: "build-it/import_stopped", severity: "error", message: result.reason.message },
    ...more,
  );
}

const headKinds = new Set<SchemaObject["kind"]>([
  "view",
  "materialized_view",
  "function",
  "enum",
  "domain",
  "composite",
]);

const headsOf = ({ objects }: DatabaseSchema, { said }: LiftedSchema): readonly string[] =>
  [...objects.values()].flatMap((object) =>
    headKinds.has(object.kind) && !said.objects.has(idOf(object)) ? [nameOf(idOf(object))] : [],
  );
