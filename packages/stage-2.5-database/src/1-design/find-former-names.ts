import type { Configuration } from "@build-it/artifacts";
import { parseExpression, type Rename } from "@build-it/postgres-schema";
import type { Diagnostic } from "@build-it/stage-contract";
import { formerNameInExpression, formerNameInSqlFile } from "../diagnostics.ts";
import type { Designed } from "./designed.ts";
import { placeInFile } from "./place-in-file.ts";

/**
 * SQL of the model that still says what is renamed in this iteration. An expression is bound to its columns when it is made,
 * so it has to say the new name. What a file under `sql/` says goes on working under the former name, be it a view, a trigger or
 * the text of a function, which PostgreSQL does not look into: it is pointed out.
 */
export async function findFormerNames(
  { sqlFiles }: Configuration,
  parts: readonly Designed[],
  renames: readonly Rename[],
): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const rename of renames) {
    const word = asWord(rename.from);
    const now = rename.kind === "table" ? rename.to : `${rename.table}.${rename.to}`;
    for (const { object, authored = [], location } of parts) {
      if (rename.kind === "table" || !("table" in object) || object.table !== rename.table) continue;
      for (const { text, purpose } of authored)
        if (word.test(text) && (await mentions(text, rename.from)))
          found.push(formerNameInExpression(purpose, rename.from, now, location));
    }
    for (const file of sqlFiles) {
      const place = word.exec(file.text);
      if (place !== null) found.push(formerNameInSqlFile(rename.from, now, placeInFile(file, place.index)));
    }
  }
  return found;
}

const asWord = (name: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}_$])${name.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&")}(?![\\p{L}\\p{N}_$])`, "u");

async function mentions(text: string, column: string): Promise<boolean> {
  const parsed = await parseExpression(text);
  return parsed.status === "parsed" && parsed.columns.includes(column);
}
