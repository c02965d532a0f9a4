import type { Diagnostic } from "@build-it/stage-contract";
import { targetPooled, targetUrlInvalid, targetVariableMissing } from "../diagnostics.ts";
import type { TargetConfig } from "./config.ts";

/** Where a target is: on the embedded server, or at a URL. */
export type TargetAddress =
  | { readonly kind: "embedded"; readonly database: string }
  | { readonly kind: "postgres" | "supabase"; readonly url: string; readonly label: string };

/** An address, or why there is none. */
export type TargetResult =
  | { readonly status: "resolved"; readonly address: TargetAddress }
  | { readonly status: "unresolved"; readonly diagnostic: Diagnostic };

/** Works out the address of a target. Connects to nothing. `defaultDatabase` is the embedded database's name. */
export function resolveTarget(
  target: TargetConfig,
  context: { readonly environment: string; readonly defaultDatabase: string; readonly variables: NodeJS.ProcessEnv },
): TargetResult {
  if ("embedded" in target) {
    return { status: "resolved", address: { kind: "embedded", database: target.database ?? context.defaultDatabase } };
  }
  if ("url" in target) return resolveUrl(target.url, "the config");
  const variable = "env" in target ? target.env : target.supabase.env;
  const url = context.variables[variable];
  if (url === undefined || url === "") {
    return { status: "unresolved", diagnostic: targetVariableMissing(variable, context.environment) };
  }
  return resolveUrl(url, variable);
}

function resolveUrl(url: string, saidBy: string): TargetResult {
  const parsed = parsePostgresUrl(url);
  if (parsed === undefined) return { status: "unresolved", diagnostic: targetUrlInvalid(saidBy) };
  const port = parsed.port === "" ? "5432" : parsed.port;
  const supabase = /\.supabase\.(co|com)$/i.test(parsed.hostname);
  // Session advisory locks and SET do not survive a transaction pooler.
  if (supabase && port === "6543") return { status: "unresolved", diagnostic: targetPooled(parsed.hostname) };
  const database = decodeURIComponent(parsed.pathname.slice(1)) || "postgres";
  const label = `${parsed.hostname}:${port}/${database}`;
  return { status: "resolved", address: { kind: supabase ? "supabase" : "postgres", url, label } };
}

function parsePostgresUrl(url: string): URL | undefined {
  try {
    const parsed = new URL(url);
    return ["postgres:", "postgresql:"].includes(parsed.protocol) ? parsed : undefined;
  } catch {
    return undefined;
  }
}
