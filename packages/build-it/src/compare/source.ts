import { existsSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { sourceMissing, sourceNotUnderstood } from "../diagnostics.ts";
import { configFileName } from "../project/find-app.ts";
import { redactUrl } from "../project/redact-url.ts";
import { HaltError } from "../run/halt-error.ts";

/** Where a schema can come from. */
export type Source =
  | { readonly kind: "database"; readonly label: string; readonly url: string }
  /** Files that are run in their order on an empty database. */
  | { readonly kind: "sql"; readonly label: string; readonly path: string }
  | { readonly kind: "snapshot"; readonly label: string; readonly path: string }
  /** An application, whose model is meant. */
  | { readonly kind: "model"; readonly label: string; readonly app: string };

/**
 * Understands what a person typed: a URL, an SQL file, a folder of them, a `snapshot.json`, the folder of an application.
 * Opens nothing. Throws `HaltError` when it is none of these.
 */
export function parseSource(typed: string, cwd: string): Source {
  if (/^postgres(ql)?:\/\//i.test(typed)) {
    if (!URL.canParse(typed)) throw new HaltError("invalid_model", sourceNotUnderstood(redactUrl(typed)));
    return { kind: "database", label: redactUrl(typed), url: typed };
  }
  const path = resolve(cwd, typed);
  if (!existsSync(path)) throw new HaltError("invalid_model", sourceMissing(typed));
  const label = typed;
  if (!statSync(path).isDirectory()) {
    if (/\.json$/i.test(path)) return { kind: "snapshot", label, path };
    if (path.endsWith(configFileName)) return { kind: "model", label, app: resolve(path, "..") };
    return { kind: "sql", label, path };
  }
  if (existsSync(join(path, configFileName))) return { kind: "model", label, app: path };
  const app = appOfDatabaseFolder(path);
  if (app !== undefined) return { kind: "snapshot", label, path: app };
  return { kind: "sql", label, path };
}

/** An application's `database` folder means its snapshot, and not the migrations one after the other. */
function appOfDatabaseFolder(path: string): string | undefined {
  const file = join(path, "snapshot.json");
  return existsSync(file) && readFileSync(file, "utf8").includes('"postgresMajor"') ? file : undefined;
}
