import { dirname, resolve } from "node:path";
import { type ScriptPart, splitScript } from "@build-it/postgres-schema";
import { type Client, DatabaseError } from "pg";
import { scriptCommandUnknown, scriptStatementRefused } from "../diagnostics.ts";
import { HaltError } from "../run/halt-error.ts";
import { readScriptFile, type ScriptFile } from "./read-script-files.ts";
import type { ScratchServer } from "./scratch-server.ts";

/** What loading left aside, for a person to know. */
export interface LoadedScript {
  readonly notes: readonly string[];
  /** Subscriptions that the files make; they would connect to another server, so they are not made. */
  readonly subscriptions: readonly string[];
}

interface Loading {
  readonly client: Client;
  readonly server: ScratchServer;
  readonly signal: AbortSignal;
  readonly cwd: string;
  readonly notes: Set<string>;
  readonly subscriptions: Set<string>;
}

/**
 * Runs SQL files on an empty database as psql would: each statement by itself, backslash commands of `pg_dump` taken as
 * what they mean for a schema. Rows are left out. Roles belong to the whole server: one that a file speaks of and that is
 * not there is made for the time being. Throws `HaltError` with the place of what PostgreSQL refuses.
 */
export async function loadScript(
  files: readonly ScriptFile[],
  context: Pick<Loading, "client" | "server" | "signal" | "cwd">,
): Promise<LoadedScript> {
  const loading: Loading = { ...context, notes: new Set(), subscriptions: new Set() };
  for (const file of files) await loadFile(file, loading);
  return { notes: [...loading.notes], subscriptions: [...loading.subscriptions] };
}

async function loadFile(file: ScriptFile, loading: Loading, depth = 0): Promise<void> {
  for (const part of splitScript(file.text)) {
    loading.signal.throwIfAborted();
    if (part.kind === "copy") loading.notes.add("Rows of COPY are left out: only the schema is compared.");
    else if (part.kind === "command") await obeyCommand(part, file, { loading, depth });
    else await runStatement(part, file, loading);
  }
}

/** What changes how psql prints or whom it talks to, and nothing in a schema. */
const harmlessCommands = new Set(
  "a c connect C conninfo copyright d echo encoding errverbose f g H o p pset q qecho r restrict set setenv t T timing unrestrict unset warn x".split(
    " ",
  ),
);

async function obeyCommand(
  part: Extract<ScriptPart, { readonly kind: "command" }>,
  file: ScriptFile,
  { loading, depth }: { readonly loading: Loading; readonly depth: number },
): Promise<void> {
  const { name, argument } = part;
  const included = /^(i|include|ir|include_relative)$/.exec(name) !== null && depth < 32;
  if (included) {
    const wanted = argument.replace(/^'(.*)'$/, "$1");
    const path = resolve(name.includes("r") ? dirname(file.path) : loading.cwd, wanted);
    await loadFile(readScriptFile(path, loading.cwd), loading, depth + 1);
    return;
  }
  if (name === "connect" || name === "c") loading.notes.add(`\\connect is passed over: ${file.name} is one database.`);
  if (!harmlessCommands.has(name))
    throw new HaltError("invalid_model", scriptCommandUnknown(name, locate(file, part.offset)));
}

async function runStatement(
  part: Extract<ScriptPart, { readonly kind: "statement" }>,
  file: ScriptFile,
  loading: Loading,
): Promise<void> {
  const { text } = part;
  if (
    /^(create|alter|drop|comment\s+on|security\s+label[\s\S]*\son)\s+(database|tablespace)\b|^alter\s+system\b/i.test(
      text,
    )
  ) {
    loading.notes.add("Statements about a whole database, a tablespace or the server are passed over.");
    return;
  }
  const [, subscription] = /^create\s+subscription\s+("(?:[^"]|"")+"|\S+)/i.exec(text) ?? [];
  if (subscription !== undefined) {
    loading.subscriptions.add(subscription);
    return;
  }
  try {
    await loading.client.query(text);
  } catch (error) {
    if (loading.signal.aborted || !(error instanceof DatabaseError)) throw error;
    if (await canGoOn(error, text, loading)) return;
    throw new HaltError("invalid_model", scriptStatementRefused(error, locate(file, offsetOf(error, part))));
  }
}

/** Whether what PostgreSQL refused is there already, or was for want of a role and has been seen to. */
async function canGoOn(error: DatabaseError, text: string, { client, server, notes }: Loading): Promise<boolean> {
  if (brought.some(({ code, statement }) => error.code === code && statement.test(text))) return true;
  if (missingOfSupabase.test(error.message))
    throw new StartAgain("The files stand on what a Supabase project has; it was made for the comparison.", true);
  const [, missing] = /^role "(.*)" does not exist$/s.exec(error.message) ?? [];
  if (missing === undefined) return false;
  await server.createRole(missing);
  const note = `The role ${missing} is not in the files; it was made for the comparison.`;
  notes.add(note);
  try {
    await client.query(text);
  } catch (again) {
    if (again instanceof DatabaseError && again.code === inFailedTransaction) throw new StartAgain(note);
    throw again;
  }
  return true;
}

/** What a new database, or the server for another one, may have before a script makes it. */
const brought = [
  { code: "42710", statement: /^create\s+(role|user|group)\b/i },
  { code: "42710", statement: /^create\s+extension\s+"?plpgsql\b/i },
  { code: "42P06", statement: /^create\s+schema\s+"?public\b/i },
];

const missingOfSupabase = /^(schema "(auth|extensions)"|publication "supabase_realtime") does not exist$/;

const inFailedTransaction = "25P02";

/** Thrown where what was missing is there now, but a transaction of the script is lost: on an empty database it will work. */
export class StartAgain extends Error {
  override readonly name = "StartAgain";
  /** What was missing, for a person to know. */
  readonly note: string;
  /** Whether it is what a Supabase project has, to be brought before the files are run. */
  readonly supabase: boolean;
  constructor(note: string, supabase = false) {
    super(note);
    this.note = note;
    this.supabase = supabase;
  }
}

const offsetOf = (error: DatabaseError, part: { readonly text: string; readonly offset: number }): number => {
  const position = Number(error.position);
  if (!Number.isInteger(position) || position < 1) return part.offset;
  // PostgreSQL counts characters (code points) from 1.
  return part.offset + [...part.text].slice(0, position - 1).join("").length;
};

function locate({ name, text }: ScriptFile, offset: number) {
  const before = text.slice(0, offset);
  const line = before.split("\n").length;
  const column = offset - before.lastIndexOf("\n");
  const wholeLine = (text.split("\n")[line - 1] ?? "").replace(/\r$/, "");
  const excerpt = wholeLine.length > 200 ? undefined : `${wholeLine}\n${" ".repeat(column - 1)}^`;
  return { file: name, line, column, ...(excerpt === undefined ? {} : { excerpt }) };
}
