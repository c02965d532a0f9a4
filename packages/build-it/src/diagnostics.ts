import type { Diagnostic, SourceLocation } from "@build-it/stage-contract";
import type { z } from "zod";

/** Every message of this package. */

export const moduleFolderTaken = (folder: string): Diagnostic => ({
  code: "build-it/module_folder_taken",
  severity: "error",
  message: `There is a model already: ${folder}.`,
  cause: "An import makes a model of a whole schema, and would have to throw that one away.",
  remedy: "Import into a new application, `build-it import <folder> --from …`, or move the model away.",
  subject: folder,
});

export const databaseFolderTaken = (folder: string): Diagnostic => ({
  code: "build-it/database_folder_taken",
  severity: "error",
  message: `The application has iterations already: ${folder}.`,
  cause: "An import begins a history with a baseline, and there is nothing that could come before it.",
  remedy: "Import into a new application, `build-it import <folder> --from …`.",
  subject: folder,
});

export const importOfModel = (from: string): Diagnostic => ({
  code: "build-it/import_of_model",
  severity: "error",
  message: `${from} is an application with a model of its own.`,
  remedy: "Use that model, or import its `database/snapshot.json`.",
  subject: from,
});

export const sourceHasHistory = (label: string): Diagnostic => ({
  code: "build-it/source_has_history",
  severity: "error",
  message: `${label} has a history of BUILD IT already.`,
  cause: "It belongs to a model, and two models would both say what it should be.",
  remedy:
    "Work in the application that it belongs to. To begin anew with it all the same, drop the schema `build_it` first.",
  subject: label,
});

const mostNames = 20;

export const importDiffers = (label: string, names: readonly string[]): Diagnostic => ({
  code: "build-it/import_differs",
  severity: "error",
  message: `The model made of ${label} would not be what is there.`,
  cause: "The model was built on a blank database, and what differs is named here. Nothing was written.",
  remedy:
    "Import without these, by `--schema` or after changing them, and please report it: it is a mistake of BUILD IT.",
  found: [...names.slice(0, mostNames), ...(names.length > mostNames ? [`${names.length - mostNames} more`] : [])].join(
    ", ",
  ),
});

export const noStoredInput = (stage: string, wanted: string): Diagnostic => ({
  code: "build-it/no_stored_input",
  severity: "error",
  message: `No earlier run has an input for ${stage}.`,
  cause: "A stage that runs alone takes the input that the last run stored for it.",
  remedy: `Run the whole pipeline once with \`build-it run\`, or give a file: \`build-it run --stage ${wanted} --input <file>\`.`,
  subject: stage,
});

export const inputFileUnreadable = (file: string, error: unknown): Diagnostic => ({
  code: "build-it/input_file_unreadable",
  severity: "error",
  message: `The input file ${file} cannot be read as JSON.`,
  cause: error instanceof Error ? error.message : String(error),
  remedy: "Give a file that holds the stage's input, as a run stores it in `input.json`.",
  subject: file,
});

export const stageInputInvalid = (stage: string, file: string, error: z.ZodError): Diagnostic => ({
  code: "build-it/stage_input_invalid",
  severity: "error",
  message: `The file ${file} is not an input of ${stage}.`,
  cause: error.issues
    .slice(0, 5)
    .map((issue) => `${issue.path.join(".") || "the whole"}: ${issue.message}`)
    .join("; "),
  remedy: "Stored inputs of another version do not fit: run the whole pipeline again with `build-it run`.",
  subject: stage,
});

export const configKeyUnknown = (
  key: string,
  place: {
    readonly known: readonly string[];
    readonly suggestion: string | undefined;
    readonly location: SourceLocation | undefined;
  },
): Diagnostic => ({
  code: "build-it/config_key_unknown",
  severity: "error",
  message: `The config has no key "${key}".`,
  remedy:
    place.suggestion === undefined ? `The keys are ${place.known.join(", ")}.` : `Did you mean "${place.suggestion}"?`,
  subject: key,
  ...(place.location === undefined ? {} : { location: place.location }),
});

export const configValueInvalid = (
  key: string,
  place: { readonly problem: string; readonly file: string; readonly location: SourceLocation | undefined },
): Diagnostic => ({
  code: "build-it/config_value_invalid",
  severity: "error",
  message: key === "" ? `${place.file} exports no config.` : `"${key}" in the config is not right: ${place.problem}.`,
  remedy:
    key === ""
      ? "End it with `export default defineConfig({ module: …, busm: … })`."
      : `Change it in ${place.file}; the README lists what the config takes.`,
  subject: key,
  ...(place.location === undefined ? {} : { location: place.location }),
});

export const configFails = (file: string, error: unknown): Diagnostic => ({
  code: "build-it/config_fails",
  severity: "error",
  message: `${file} cannot be loaded.`,
  cause: error instanceof Error ? error.message : String(error),
  remedy: "Mend what the cause names; the file is TypeScript that runs in Node.",
  subject: file,
});

export const environmentUnknown = (name: string, known: readonly string[]): Diagnostic => ({
  code: "build-it/environment_unknown",
  severity: "error",
  message: `The config has no environment "${name}".`,
  remedy: `The environments are ${known.join(", ")}: choose with --env or BUILD_IT_ENV.`,
  subject: name,
});

export const appMissing = (folder: string): Diagnostic => ({
  code: "build-it/app_missing",
  severity: "error",
  message: `No application of BUILD IT at ${folder} or above.`,
  cause: "An application is a folder with a build-it.config.ts.",
  remedy: "Go to its folder, or make one with `build-it init <folder>`.",
});

export const targetVariableMissing = (variable: string, environment: string): Diagnostic => ({
  code: "build-it/target_variable_missing",
  severity: "error",
  message: `The environment variable ${variable} is not set.`,
  cause: `It holds the connection URL of the ${environment} database.`,
  remedy: `Set it for this command: ${variable}=postgresql://<user>:<password>@<host>:5432/<database> build-it …`,
  subject: variable,
});

export const targetUrlInvalid = (saidBy: string): Diagnostic => ({
  code: "build-it/target_url_invalid",
  severity: "error",
  message: `The target's URL, from ${saidBy}, is not a PostgreSQL URL.`,
  remedy: "Write postgresql://<user>:<password>@<host>:5432/<database>; special characters in the password as %XX.",
  subject: saidBy,
});

export const targetPooled = (host: string): Diagnostic => ({
  code: "build-it/target_pooled",
  severity: "error",
  message: `${host}:6543 is Supabase's transaction pooler, which cannot run migrations.`,
  cause: "It gives each transaction another session, so locks and settings of a session do not hold.",
  remedy: "Use port 5432: the direct connection or the session pooler of the same project.",
  subject: host,
});

export const serverUnavailable = (problem: {
  readonly code: string;
  readonly message: string;
  readonly reason: string;
  readonly remedy: string;
}): Diagnostic => ({
  code: `build-it/server_${problem.code}`,
  severity: "error",
  message: problem.message,
  cause: problem.reason,
  remedy: problem.remedy,
});

export const appNameUnusable = (folder: string): Diagnostic => ({
  code: "build-it/app_name_unusable",
  severity: "error",
  message: `An application cannot be called after the folder "${folder}".`,
  cause: "The module's name begins with a letter.",
  remedy: "Choose another folder: `build-it init apps/shop`.",
  subject: folder,
});

export const filesInTheWay = (files: readonly string[]): Diagnostic => ({
  code: "build-it/files_in_the_way",
  severity: "error",
  message: `A new application would overwrite ${files.join(", ")}.`,
  remedy: "Choose an empty folder, or remove these files.",
});

export const sqlOnlyOnEmbedded = (environment: string): Diagnostic => ({
  code: "build-it/sql_only_on_embedded",
  severity: "error",
  message: `The database of ${environment} is not the embedded one, so no SQL is run on it from here.`,
  cause: "A statement typed by hand is part of no iteration, and would halt the next build of everybody who uses it.",
  remedy: "Say it in the model and build; or, to look only, open `build-it db url` with psql or a GUI.",
  subject: environment,
});

export const queryRefused = (reason: string): Diagnostic => ({
  code: "build-it/query_refused",
  severity: "error",
  message: `PostgreSQL refused: ${reason}.`,
  remedy: "Correct the SQL; nothing of it was kept.",
});

export const sourceNotUnderstood = (typed: string): Diagnostic => ({
  code: "build-it/source_not_understood",
  severity: "error",
  message: `"${typed}" is not a URL of a database.`,
  remedy: "Write postgresql://<user>:<password>@<host>:5432/<database>; special characters in the password as %XX.",
  subject: typed,
});

export const sourceMissing = (typed: string): Diagnostic => ({
  code: "build-it/source_missing",
  severity: "error",
  message: `There is no ${typed}.`,
  cause:
    "A schema comes from a database's URL, an SQL file, a folder of them, a snapshot.json, or the folder of an application.",
  remedy: "Check the path; it is seen from the folder you are in.",
  subject: typed,
});

export const sourceWithoutSql = (path: string): Diagnostic => ({
  code: "build-it/source_without_sql",
  severity: "error",
  message: `The folder ${path} holds no .sql file.`,
  remedy: "Give a folder of SQL files, or that of an application, which has a build-it.config.ts.",
  subject: path,
});

export const scriptUnreadable = (file: string, error: unknown): Diagnostic => ({
  code: "build-it/script_unreadable",
  severity: "error",
  message: `The file ${file} cannot be read as text.`,
  cause: error instanceof Error ? error.message : String(error),
  remedy: "SQL files are UTF-8; a dump has to be a plain one: `pg_dump --schema-only`.",
  subject: file,
});

export const scriptCommandUnknown = (name: string, location: SourceLocation): Diagnostic => ({
  code: "build-it/script_command_unknown",
  severity: "error",
  message: `The file uses psql's \\${name}, which can't be followed here.`,
  remedy: "Run the file with psql on an empty database, and give that database's URL instead.",
  subject: `\\${name}`,
  location,
});

export const scriptStatementRefused = (
  error: { readonly message: string; readonly detail?: string | undefined; readonly hint?: string | undefined },
  location: SourceLocation,
): Diagnostic => ({
  code: "build-it/script_statement_refused",
  severity: "error",
  message: `PostgreSQL refuses a statement: ${error.message}.`,
  ...(error.detail === undefined ? {} : { cause: error.detail }),
  remedy: /^extension ".*" is not available$|could not open extension control file/.test(error.message)
    ? "The embedded PostgreSQL does not have it. Give a server that has: `--scratch postgresql://…`, of a role that may create databases."
    : (error.hint ??
      "The files are run on an empty database, in the order of their names. Correct the file, or its place."),
  location,
});

export const sourceUnreachable = (label: string, error: unknown): Diagnostic => ({
  code: "build-it/source_unreachable",
  severity: "error",
  message: `The database ${label} cannot be reached.`,
  cause: error instanceof AggregateError ? error.errors.map(String).join("; ") : String(error),
  remedy: "Check that it runs, and the URL's host, port, user, password and database.",
  subject: label,
});

export const sourceUnreadable = (label: string, error: unknown): Diagnostic => ({
  code: "build-it/source_unreadable",
  severity: "error",
  message: `The schema of ${label} cannot be read.`,
  cause: error instanceof Error ? error.message : String(error),
  remedy: "The role has to be able to read PostgreSQL's catalogs, as every role can by default.",
  subject: label,
});

export const snapshotUnreadable = (label: string): Diagnostic => ({
  code: "build-it/snapshot_unreadable",
  severity: "error",
  message: `${label} is no snapshot of a schema.`,
  cause: "A snapshot is the snapshot.json that BUILD IT keeps in an application's database folder.",
  remedy: "Give that file, or an SQL file, or a URL.",
  subject: label,
});

export const scratchUnreachable = (): Diagnostic => ({
  code: "build-it/scratch_unreachable",
  severity: "error",
  message: "What --scratch says is not a URL of a server.",
  remedy: "Write postgresql://<user>:<password>@<host>:5432/postgres, of a role that may create databases.",
});

export const cancelledComparison = (): Diagnostic => ({
  code: "build-it/comparison_cancelled",
  severity: "error",
  message: "Cancelled. Scratch databases are dropped; nothing else was touched.",
});
