import {
  type QueryResult,
  queryEmbeddedDatabase,
  readDatabaseUrl,
  readEmbeddedServer,
  resetEmbeddedServer,
  startEmbeddedServer,
  stopEmbeddedServer,
} from "@build-it/build-it";
import { exitCodes } from "../exit-codes.ts";
import { type Invocation, say, writeAnswer } from "../invocation.ts";
import { databaseDeletion, nothingToAsk, serverStays } from "../messages.ts";
import { withProject } from "../run-project.ts";
import { drawFields, drawTable } from "../screen/draw-fields.ts";
import type { Style } from "../screen/style.ts";
import { askYes } from "../terminal/ask-yes.ts";

/** `build-it db start`. */
export const startDatabase = (invocation: Invocation): Promise<number> =>
  withProject(invocation, async (project) => {
    const { major, port } = await startEmbeddedServer(project, (text) => say(invocation, text));
    const text = `PostgreSQL ${major} runs on 127.0.0.1:${port} until \`build-it db stop\`.`;
    writeAnswer(invocation, { json: { status: "running", major, port }, text });
    return exitCodes.done;
  });

/** `build-it db stop [--force]`. */
export const stopDatabase = (invocation: Invocation, options: { readonly force?: boolean }): Promise<number> =>
  withProject(invocation, async (project) => {
    const result = await stopEmbeddedServer(project, options.force ?? false);
    const text = {
      stopped: "Stopped.",
      not_running: "It was not running.",
      in_use: `It stops when the last that uses it ends: ${result.status === "in_use" ? result.users : 0} do.`,
    }[result.status];
    writeAnswer(invocation, { json: result, text });
    return exitCodes.done;
  });

/** `build-it db url`. */
export const printDatabaseUrl = (invocation: Invocation): Promise<number> =>
  withProject(invocation, async (project) => {
    const { url, complete } = await readDatabaseUrl(project, (text) => say(invocation, text));
    if (complete) say(invocation, serverStays);
    writeAnswer(invocation, { json: { url, complete }, text: url });
    return exitCodes.done;
  });

/** `build-it db sql <statements>`. */
export const runSql = (invocation: Invocation, _options: object, statements: string): Promise<number> =>
  withProject(invocation, async (project) => {
    const result = await queryEmbeddedDatabase(project, statements, (text) => say(invocation, text));
    writeAnswer(invocation, { json: result, text: describeResult(result, invocation.terminal.style) });
    return exitCodes.done;
  });

const describeResult = ({ command, rowCount, columns, rows }: QueryResult, style: Style): string =>
  columns.length === 0
    ? [command, rowCount ?? []].flat().join(" ")
    : drawTable(
        columns,
        rows.map((row) => row.map((value) => value ?? "")),
        style,
      ).join("\n");

/** `build-it db status`. */
export const showDatabaseStatus = (invocation: Invocation): Promise<number> =>
  withProject(invocation, async (project) => {
    const server = await readEmbeddedServer(project);
    const fields = drawFields(
      [
        ["Server", server.status],
        ["PostgreSQL", server.major === undefined ? "nothing initialised yet" : String(server.major)],
        ["Address", server.port === undefined ? "" : `127.0.0.1:${server.port}`],
        ["Users", server.status === "stopped" ? "" : String(server.users)],
        ["Stays", server.kept ? "until `build-it db stop`" : ""],
        ["Folder", project.serverFolder],
      ],
      invocation.terminal.style,
    );
    writeAnswer(invocation, { json: { ...server, folder: project.serverFolder }, text: fields.join("\n") });
    return exitCodes.done;
  });

/** `build-it db reset [--yes]`. */
export const resetDatabase = (invocation: Invocation, options: { readonly yes?: boolean }): Promise<number> =>
  withProject(invocation, async (project) => {
    if (options.yes !== true) {
      const next = "build-it db reset --yes";
      if (!invocation.terminal.interactive) {
        say(invocation, `${databaseDeletion(project.serverFolder)}\n${nothingToAsk(next)}`);
        writeAnswer(invocation, {
          json: { status: "halted", exitCode: exitCodes.approvalRequired, nextCommand: next },
          text: "",
        });
        return exitCodes.approvalRequired;
      }
      say(invocation, databaseDeletion(project.serverFolder));
      if (!(await askYes("Delete them?", invocation))) return exitCodes.interrupted;
    }
    await resetEmbeddedServer(project);
    writeAnswer(invocation, {
      json: { status: "reset" },
      text: "Deleted. The next command starts with an empty server.",
    });
    return exitCodes.done;
  });
