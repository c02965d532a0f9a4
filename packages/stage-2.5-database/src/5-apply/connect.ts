import { type Diagnostic, type HaltReason, halted, type StageResult } from "@build-it/stage-contract";
import type { Client } from "pg";
import { databaseTrouble, targetUnreachable } from "../diagnostics/history.ts";
import type { TargetDatabase } from "../project.ts";

/** A stop inside a step, carried to the stage's door as a value: `withTarget` turns it into a halt. */
export class Halt extends Error {
  readonly reason: HaltReason;
  readonly diagnostics: readonly Diagnostic[];
  constructor(reason: HaltReason, diagnostics: readonly Diagnostic[] = []) {
    super(reason.message);
    this.name = "Halt";
    this.reason = reason;
    this.diagnostics = diagnostics;
  }
}

/** Runs `work`, and gives a halt that it threw as a result. */
export async function catchHalt<Output>(work: () => Promise<StageResult<Output>>): Promise<StageResult<Output>> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof Halt) return halted(error.reason, error.diagnostics);
    if (error instanceof Error && error.name === "AbortError")
      return halted({ kind: "cancelled", message: "Cancelled. Nothing was half done." });
    if (isTrouble(error))
      return halted({ kind: "target_unavailable", message: "The database could not go on." }, [
        databaseTrouble(messageOf(error)),
      ]);
    throw error;
  }
}

/** What no code of ours can help: the connection broke, the server went away, or the role may not do this. */
const isTrouble = (error: unknown): boolean =>
  isConnectionLost(error) || /^(53|58)/.test(codeOf(error)) || ["42501", "25006"].includes(codeOf(error));

/** Whether nothing more can be asked on the connection that gave this error. */
export const isConnectionLost = (error: unknown): boolean =>
  /^(08|57P)/.test(codeOf(error)) ||
  ["ECONNRESET", "EPIPE"].includes(codeOf(error)) ||
  (error instanceof Error && /^Connection terminated|is not queryable$/.test(error.message));

const codeOf = (error: unknown): string => (error instanceof Error && "code" in error ? String(error.code) : "");

// The session prints and reads everything in one way, whatever the server's or the user's settings are. Set by a statement:
// a pooler in between may refuse settings that come with the connection.
const sessionSettings = `SET timezone = 'UTC'; SET datestyle = 'ISO, MDY'; SET intervalstyle = 'postgres';
  SET client_min_messages = 'warning'; SET search_path = ''; SET statement_timeout = 0; SET lock_timeout = 0;
  SET idle_in_transaction_session_timeout = 0`;

/** Opens a connection. Throws a halt when the server cannot be reached or refuses us. */
export async function connect(url: string, label: string): Promise<Client> {
  const { default: pg } = await import("pg");
  const client = new pg.Client({
    connectionString: url,
    application_name: "build-it",
    connectionTimeoutMillis: 15_000,
  });
  // A connection that breaks while nobody uses it must not end the process; the next query reports it.
  client.on("error", () => {});
  try {
    await client.connect();
    await client.query(sessionSettings);
  } catch (error) {
    throw new Halt({ kind: "target_unavailable", message: `The database ${label} cannot be reached.` }, [
      targetUnreachable(label, messageOf(error)),
    ]);
  }
  return client;
}

/** Opens a connection to the target for as long as `work` runs. */
export async function withTarget<T>(target: TargetDatabase, work: (client: Client) => Promise<T>): Promise<T> {
  const client = await connect(target.url, target.label);
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Ends the statement that `client` runs when `signal` is aborted, so that Cancel does not wait for a long one. */
export function cancelOnAbort(client: Client, target: TargetDatabase, signal: AbortSignal): Disposable {
  const cancel = (): void => {
    void withTarget(target, (other) => other.query("SELECT pg_cancel_backend($1)", [processIdOf(client)])).catch(
      () => {},
    );
  };
  signal.addEventListener("abort", cancel, { once: true });
  return { [Symbol.dispose]: () => signal.removeEventListener("abort", cancel) };
}

// The number is there after connecting, but the types of pg do not say so.
const processIdOf = (client: Client): unknown => ("processID" in client ? client.processID : null);

export function messageOf(error: unknown): string {
  if (error instanceof AggregateError) return error.errors.map(messageOf).join("; ");
  return error instanceof Error ? error.message : String(error);
}
