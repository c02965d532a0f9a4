import { Command, InvalidArgumentError, Option } from "commander";
import manifest from "../package.json" with { type: "json" };
import type { Invocation } from "./invocation.ts";
import { furtherHelp, numberWanted } from "./messages.ts";

/** Options that every command takes. */
export interface GlobalOptions {
  readonly env?: string;
  readonly json?: boolean;
  readonly jsonStream?: boolean;
  readonly color?: boolean;
}

/** What the program is run with: how a call is opened, and where its exit code goes. */
export interface ProgramHost {
  open(options: GlobalOptions): Invocation;
  finish(exitCode: number): void;
}

/** A command's work: loaded when it is called, so that starting costs only what is used. */
type Action = (invocation: Invocation, options: never, ...words: never[]) => Promise<number>;

/**
 * The `build-it` command line. Throws `CommanderError` while parsing: with exit code 0 after help, else for words that
 * it does not understand.
 */
export function createProgram(host: ProgramHost): Command {
  const program = new Command("build-it")
    .description("Builds an application from a business model, its database first.")
    .version(manifest.version)
    .addHelpText("after", furtherHelp)
    .exitOverride()
    .showSuggestionAfterError()
    .helpCommand(false)
    .showHelpAfterError("(build-it --help lists the commands)");

  /** Adds the options of all commands, and runs the action that `load` gives. */
  const does = (command: Command, load: () => Promise<Action>) => {
    addGlobalOptions(command);
    command.action(async (...given: unknown[]) => {
      const words = given.slice(0, -2);
      const action = (await load()) as (...values: unknown[]) => Promise<number>;
      host.finish(await action(host.open(command.opts()), command.opts(), ...words));
    });
  };

  addPipelineCommands(program, does);
  addDatabaseCommands(program, does);
  addServerCommands(program, does);
  addSchemaCommands(program, does);
  addImportCommand(program, does);
  addProjectCommands(program, does);
  return program;
}

type Does = (command: Command, load: () => Promise<Action>) => void;

function addPipelineCommands(program: Command, does: Does): void {
  does(
    program
      .command("run")
      .description("BUILD IT: all stages in order, or one alone")
      .option("--stage <stage>", "one stage alone, by number or name: 2.5, database")
      .option("--input <file>", "the stage's input, instead of the last run's")
      .addOption(new Option("--to <stage>", "stop after this stage").conflicts("stage"))
      .option("--ask", "ask before anything is applied, also where it would go on by itself")
      .option("--no-restore", "leave in the archive what a rollback put there"),
    async () => (await import("./commands/run.ts")).run,
  );
  does(
    program
      .command("plan")
      .description("what the next build would do to the database; writes nothing")
      .option("--sql", "print the migration's SQL")
      .option("--detailed-exitcode", "exit 2 when there is something to do"),
    async () => (await import("./commands/plan.ts")).plan,
  );
  does(
    program
      .command("generate")
      .description("migration, types, views and components as files; the target is not touched"),
    async () => (await import("./commands/generate.ts")).generate,
  );
  does(
    program
      .command("build")
      .description("type-check and bundle the application; needs the receipt of a verified database"),
    async () => (await import("./commands/build.ts")).build,
  );
  does(
    program
      .command("preview")
      .description("serve the built application against its database")
      .option("--port <port>", "the port to listen on", readPort),
    async () => (await import("./commands/preview.ts")).preview,
  );
}

function addDatabaseCommands(program: Command, does: Does): void {
  does(
    program
      .command("apply")
      .description("apply the pending migrations, each verified before it is committed")
      .option("--ask", "ask before anything is applied, also where it would go on by itself")
      .option("--no-restore", "leave in the archive what a rollback put there"),
    async () => (await import("./commands/apply.ts")).apply,
  );
  does(
    program.command("verify").description("compare the database with the last iteration; exit 4 when it differs"),
    async () => (await import("./commands/verify.ts")).verify,
  );
  does(
    program
      .command("status")
      .description("which iteration the files and the database are at")
      .option("--exit-code", "exit 2 when something is pending, 4 on drift, 7 when the history does not match"),
    async () => (await import("./commands/status.ts")).status,
  );
  does(
    program.command("history").description("what was applied and taken back, when and by whom"),
    async () => (await import("./commands/history.ts")).history,
  );
  does(
    program
      .command("rollback")
      .description("take the database back to an iteration")
      .requiredOption("--to <iteration>", "the iteration to go back to; 0 is before the first", readIteration)
      .option("--keep-steps", "leave what data steps without a reverse did to rows")
      .option("--dry-run", "only show what would be run, and how many rows it touches")
      .option("--discard-data", "give up what the earlier iteration has no place for, instead of archiving it")
      .option("--no-restore", "leave in the archive what an applied migration put there"),
    async () => (await import("./commands/rollback.ts")).rollback,
  );
  does(
    program
      .command("restore")
      .description("bring back rows and values that wait in the archive")
      .option("--dry-run", "only show what is in the archive"),
    async () => (await import("./commands/restore.ts")).restore,
  );
  does(
    program
      .command("retire")
      .description("list what is only kept for code of earlier iterations, or give some of it up")
      .argument("[names...]", "what goes; its rows and values are archived")
      .option("--yes", "without asking"),
    async () => (await import("./commands/retire.ts")).retire,
  );
  does(
    program
      .command("rebase")
      .description("put this branch's iterations behind another branch's, where both made the same one")
      .option("--onto <ref>", "the other branch; the one that is being merged without it"),
    async () => (await import("./commands/rebase.ts")).rebase,
  );
  does(
    program
      .command("squash")
      .description("fold old iterations into one baseline; databases already past it stay valid")
      .requiredOption("--to <iteration>", "the last iteration to fold", readIteration)
      .option("--dry-run", "only show the baseline and what would go"),
    async () => (await import("./commands/squash.ts")).squash,
  );
  does(
    program
      .command("approve")
      .description("approve what is pending for an environment that applies only what was approved")
      .argument("[iteration]", "one iteration; all that is pending without it", readIteration)
      .option("--by <name>", "who approves; the git user without it"),
    async () => (await import("./commands/approve.ts")).approve,
  );
  does(
    program.command("types").description("write the table types of the last iteration"),
    async () => (await import("./commands/types.ts")).types,
  );
  does(
    program
      .command("receipt")
      .description("the receipt of the last verified apply; halts when it is missing or stale")
      .option("--check", "print nothing when it is there"),
    async () => (await import("./commands/receipt.ts")).receipt,
  );
}

function addServerCommands(program: Command, does: Does): void {
  const db = program
    .command("db")
    .description("the application's embedded PostgreSQL, and the target's roles")
    .helpCommand(false);
  const server = (name: string, description: string) => db.command(name).description(description);
  const load = async () => await import("./commands/db.ts");
  does(server("start", "start it, to stay until `db stop`"), async () => (await load()).startDatabase);
  does(
    server("stop", "stop it, once nobody uses it").option("--force", "also under those who use it"),
    async () => (await load()).stopDatabase,
  );
  does(server("url", "the URL for psql or a GUI; starts the server"), async () => (await load()).printDatabaseUrl);
  does(
    server("sql", "run SQL by hand on the embedded database, where there is no psql").argument(
      "<statements>",
      "one or several, separated by semicolons",
    ),
    async () => (await load()).runSql,
  );
  does(server("status", "whether it runs, where, and for whom"), async () => (await load()).showDatabaseStatus);
  does(
    server("prepare", "give a plain PostgreSQL the roles and functions that access rules stand on"),
    async () => (await import("./commands/prepare.ts")).prepare,
  );
  does(
    server("reset", "delete all its databases").option("--yes", "without asking"),
    async () => (await load()).resetDatabase,
  );
}

function addSchemaCommands(program: Command, does: Does): void {
  does(
    program
      .command("diff")
      .description("compare two schemas: 0 same, 2 different, 1 where something cannot be compared")
      .requiredOption("--from <source>", "a database's URL, an SQL file or folder, a snapshot.json, an application")
      .requiredOption("--to <source>", "what it should become: the same sorts of source")
      .option("--sql", "print the statements that lead from one to the other, as a script for psql")
      .option("--schema <name>", "only this PostgreSQL schema; may be said several times", collect)
      .option(
        "--rename <name=new>",
        "public.accounts=customers, public.accounts.name=title, enum:public.mood=feeling; several times",
        collect,
      )
      .option("--no-owner", "owners do not matter")
      .option("--no-privileges", "grants do not matter")
      .option("--postgres <major>", "the embedded PostgreSQL that SQL files are run on: 17 or 18", readIteration)
      .option(
        "--scratch <url>",
        "a server to run SQL files on, in databases of their own, instead of the embedded one",
      ),
    async () => (await import("./commands/diff.ts")).diff,
  );
}

function addImportCommand(program: Command, does: Does): void {
  does(
    program
      .command("import")
      .description("a model of a schema that exists, its history beginning with a baseline")
      .argument("[folder]", "the application; one is made where there is none; here without it")
      .requiredOption("--from <source>", "a database's URL, an SQL file or folder, a snapshot.json")
      .option("--schema <name>", "only this PostgreSQL schema; may be said several times", collect),
    async () => (await import("./commands/import.ts")).importFrom,
  );
}

const collect = (word: string, earlier: readonly string[] = []): readonly string[] => [...earlier, word];

function addProjectCommands(program: Command, does: Does): void {
  does(
    program.command("doctor").description("check what BUILD IT needs, and say how to mend what is missing"),
    async () => (await import("./commands/doctor.ts")).doctor,
  );
  does(
    program
      .command("init")
      .description("a new application with a small model to start from")
      .argument("[folder]", "where; here without it"),
    async () => (await import("./commands/init.ts")).init,
  );
}

const addGlobalOptions = (command: Command): Command =>
  command
    .option("--env <name>", "the environment of the config to work on (BUILD_IT_ENV; development)")
    .option("--json", "one JSON object on stdout")
    .option("--json-stream", "every event as a line of JSON on stdout")
    .option("--no-color", "no colours (NO_COLOR)");

function readIteration(given: string): number {
  if (!/^\d{1,6}$/.test(given)) throw new InvalidArgumentError(numberWanted("It", given));
  return Number(given);
}

function readPort(given: string): number {
  const port = Number(given);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new InvalidArgumentError("It is no port number.");
  return port;
}
