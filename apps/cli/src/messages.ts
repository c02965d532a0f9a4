import type { Diagnostic, HaltReason } from "@build-it/stage-contract";

/** What the command says by itself, in one place; what stages say comes with them. */

export const interrupted = "Stopping; nothing is left half done. Ctrl-C again stops at once.";

export const nothingToAsk = (nextCommand: string): string =>
  `This needs an answer, and nobody can be asked here. Run ${nextCommand}`;

export const goesOn = "Applied by itself: nothing here can lose data.";

export const haltedBecause = (reason: HaltReason): string => `Stopped: ${reason.message}`;

export const nextCommand = (command: string): string => `Next: ${command}`;

export const failed = (stage: string, message: string): string => `A bug of BUILD IT in ${stage}: ${message}`;

export const failedLog = (logFile: string): string => `The stack and what led to it: ${logFile}`;

export const unexpected = (error: unknown): string =>
  `A bug of BUILD IT: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`;

export const numberWanted = (option: string, given: string): string =>
  `${option} takes the number of an iteration, not "${given}".`;

export const databaseDeletion = (folder: string): string =>
  `This deletes every database of the embedded PostgreSQL in ${folder}. Migrations and models stay.`;

export const serverStays = "The server runs until `build-it db stop`.";

export const inputWantsStage = "--input is the input of one stage: say which with --stage.";

export const newApp = (made: {
  readonly files: readonly string[];
  readonly app: string;
  readonly model: string;
  readonly inWorkspace: boolean;
}): string =>
  [
    "Written:",
    ...made.files.map((file) => `  ${file}`),
    "",
    `The model is in ${made.model}: one entity a file. What is built from it, and for which database, says`,
    `${made.app}/build-it.config.ts. Migrations and their history go to ${made.app}/database, to be committed.`,
    "",
    ...(made.inWorkspace
      ? []
      : ["There is no pnpm workspace here. The database stages work; the screens need the packages of BUILD IT.", ""]),
    "Next:",
    ...(made.inWorkspace ? ["  pnpm install"] : []),
    ...(made.app === "." ? [] : [`  cd ${made.app}`]),
    made.inWorkspace ? "  pnpm build-it run" : "  build-it run --to database",
  ].join("\n");

export const serving = (url: string): string => `Serving ${url} until Ctrl-C.`;

export const describeDeployment = ({
  bundle,
  command,
}: {
  readonly bundle: string;
  readonly command?: string;
}): string => (command === undefined ? `The release is in ${bundle}` : `Serve it: ${command}`);

export const furtherHelp = `
Exit codes:
  0  done, or nothing to do       5   a change would break or lose something
  1  an error                     6   another run holds the database
  2  pending (when asked for)     7   history and files do not match
  3  approval or an answer needed 64  the command was typed wrongly
  4  the database differs         130 cancelled

Environment variables:
  BUILD_IT_ENV           the environment, where --env does not say
  DATABASE_URL           the production database, unless the config names another variable
  CI                     set: nobody is asked anything
  NO_COLOR, FORCE_COLOR  without colours, or with them where there is no terminal`;

export const renameNotUnderstood = (written: string): Diagnostic => ({
  code: "cli/rename_not_understood",
  severity: "error",
  message: `"${written}" names no rename.`,
  remedy:
    "Write --rename public.accounts=customers for a table, --rename public.accounts.name=title for a column, --rename enum:public.mood=feeling for an enum.",
  subject: written,
});

export const renameQuestion = ({
  kind,
  name,
  to,
}: {
  readonly kind: string;
  readonly name: string;
  readonly to: string;
}) => `Is the ${kind} ${name} now called ${to}?`;

export const renameOffered = ({
  kind,
  name,
  to,
  words,
}: {
  readonly kind: string;
  readonly name: string;
  readonly to: string;
  readonly words: string;
}): string => `The ${kind} ${name} goes and ${to} comes. If it only has a new name, add ${words}`;

export const modelHalted = ({ kind, message }: HaltReason): Diagnostic => ({
  code: `cli/${kind}`,
  severity: "error",
  message,
});

/** `accounts.phone: 12 values archived`; `conditional` where it would be. */
export function describeRowsOfRun({ subject, kind, rows, fate }: RowsOfRun, conditional: boolean): string {
  const noun = kind === "rows" ? "row" : "value";
  const words = conditional ? wouldBecome : became;
  return `${subject}: ${rows} ${noun}${rows === 1 ? "" : "s"} ${words[fate]}`;
}

interface RowsOfRun {
  readonly subject: string;
  readonly kind: "rows" | "column" | "values";
  readonly rows: number;
  readonly fate: keyof typeof became;
}

const became = {
  archived: "archived",
  discarded: "given up",
  back: "back from the archive",
  stays: "stay in the archive",
} as const;

const wouldBecome = {
  archived: "to be archived",
  discarded: "to be given up",
  back: "to come back from the archive",
  stays: "to stay in the archive",
} as const satisfies Readonly<Record<keyof typeof became, string>>;

/** `accounts.phone: 12 values back, 1 in build_it.archive_3_accounts_phone`. */
export function describeArchived({ subject, kind, back, left, archiveTable, fits }: ArchivedRows): string {
  const noun = (rows: number): string => `${rows} ${kind === "rows" ? "row" : "value"}${rows === 1 ? "" : "s"}`;
  const parts = [
    ...(back === 0 ? [] : [`${noun(back)} back`]),
    ...(left === 0 ? [] : [`${back === 0 ? noun(left) : left} in ${archiveTable}`]),
    ...(fits ? [] : ["no place for it in the database as it is now"]),
  ];
  return `${subject}: ${parts.join(", ")}`;
}

interface ArchivedRows {
  readonly subject: string;
  readonly kind: RowsOfRun["kind"];
  readonly back: number;
  readonly left: number;
  readonly archiveTable: string;
  readonly fits: boolean;
}

export const nothingArchived = (target: string): string => `Nothing is in the archive of ${target}.`;

/** `accounts.website: kept since iteration 8; used by …`. */
export function describeRetirable({ name, renamedTo, since, uses, mentions }: RetirableObject): string {
  const parts = [
    renamedTo === null ? `kept since iteration ${since}` : `the former name of ${renamedTo} since iteration ${since}`,
    since === 1 ? "" : `code of iterations before ${since} uses it`,
    uses.length === 0 ? "" : `used by ${uses.join(", ")}`,
    mentions.length === 0 ? "" : `its name is in the text of ${mentions.join(", ")}`,
  ];
  return `${name}: ${parts.filter((part) => part !== "").join("; ")}`;
}

interface RetirableObject {
  readonly name: string;
  readonly renamedTo: string | null;
  readonly since: number;
  readonly uses: readonly string[];
  readonly mentions: readonly string[];
}

export const nothingToRetire = "Nothing is kept for earlier iterations.";

export const retiredIn = (names: readonly string[], iteration: number | null, target: string): string =>
  `${names.join(", ")} is retired in iteration ${iteration}, applied to ${target} and verified.`;

export interface Imported {
  readonly from: string;
  readonly files: readonly string[];
  readonly tables: readonly {
    readonly table: string;
    readonly entity?: string;
    readonly reason?: string;
    readonly inSql?: readonly string[];
  }[];
  readonly saidInSql: readonly string[];
  readonly leftOut: readonly string[];
  readonly baseline: string | null;
  readonly adopted: string | null;
}

/** What an import made of what. */
export const importedLines = (report: Imported, folder: string): readonly string[] => [
  `The model of ${report.from} is in ${folder}: ${report.files.length} files.`,
  "",
  ...tableLines(report.tables),
  ...list("Said in SQL, under sql/schema/", report.saidInSql),
  ...list("Left out, and left alone where it is", [...report.leftOut, ...alwaysLeftOut]),
  report.baseline === null
    ? "There was nothing to say, so there is no iteration yet."
    : `Iteration 1 is its baseline: database/migrations/${report.baseline}.`,
  report.adopted === null
    ? "Build it on a database of its own: build-it run"
    : `The history of ${report.adopted} begins with it; nothing else was run there. Next: build-it run`,
];

function tableLines(tables: Imported["tables"]): readonly string[] {
  const entities = tables.filter(({ entity }) => entity !== undefined);
  const others = tables.filter(({ entity }) => entity === undefined);
  return [
    ...section(
      `Tables that became entities: ${entities.length} of ${tables.length}`,
      entities,
      ({ table, entity, inSql }) => {
        const beside = inSql === undefined ? "" : `; in SQL beside it: ${inSql.join(", ")}`;
        return `${table}: ${entity}${beside}`;
      },
    ),
    ...section("Tables that stay in SQL, and why", others, ({ table, reason }) => `${table}: ${reason}`),
  ];
}

const section = <Entry>(title: string, entries: readonly Entry[], line: (entry: Entry) => string): readonly string[] =>
  entries.length === 0 ? [] : [title, ...entries.map((entry) => `  ${line(entry)}`), ""];

const alwaysLeftOut = [
  "rows",
  "owners",
  "roles",
  "rights on the schema public and on the sequences behind identity columns",
  "settings of the database",
];

const list = (title: string, names: readonly string[]): readonly string[] =>
  names.length === 0 ? [] : [`${title}: ${names.join(", ")}`, ""];

/** What a squash folded, or would fold, and what is left to do. */
export const squashed = (report: {
  readonly iteration: number;
  readonly dryRun: boolean;
  readonly baseline: { readonly file: string };
  readonly folded: readonly { readonly name: string }[];
  readonly removed: readonly string[];
}): string =>
  [
    `${report.baseline.file} ${report.dryRun ? "would stand" : "stands"} for ${report.folded.map(({ name }) => name).join(", ")}`,
    ...report.removed.map((file) => `  ${report.dryRun ? "would go" : "no more there"}: database/${file}`),
    `Every database has to be at iteration ${report.iteration} or past it, or empty: \`build-it status --env <name>\` says where one is.`,
    ...(report.dryRun ? [] : ["Next: git add database, and commit it."]),
  ].join("\n");

/** What a rebase came to, and what is left to do. */
export const rebased = (report: {
  readonly onto: string;
  readonly replaced: readonly string[];
  readonly takenOver: readonly string[];
  readonly target: string;
  readonly iteration: number;
  readonly record: { readonly name: string } | null;
}): string =>
  [
    `${report.target} is at iteration ${report.iteration}, verified`,
    ...report.takenOver.map((file) => `  taken over from ${report.onto}: ${file}`),
    ...report.replaced.map((file) => `  no more there: ${file}`),
    report.record === null
      ? `  ${report.onto} has all that the model says: there is no new iteration.`
      : `  made anew: ${report.record.name}.sql`,
    "Next: git add database, and commit it.",
  ].join("\n");
