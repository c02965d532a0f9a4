import type { Configuration, SqlFile } from "@build-it/artifacts";
import { parseExpression, type Rename, type SqlWord, scanWords, splitScript } from "@build-it/postgres-schema";
import type { Diagnostic } from "@build-it/stage-contract";
import { sqlFilesOf } from "../bodies/routine-bodies.ts";
import { formerNameInExpression, formerNameInSqlFile } from "../diagnostics.ts";
import type { Designed } from "./designed.ts";
import { placeInFile } from "./place-in-file.ts";

/**
 * SQL of the model that still says what is renamed in this iteration. An expression is bound to its columns when it is made,
 * so it has to say the new name. What a file under `sql/` says goes on working under the former name, be it a view or a trigger:
 * it is pointed out. Bodies of functions are guarded.
 */
export async function findFormerNames(
  configuration: Configuration,
  parts: readonly Designed[],
  renames: readonly Rename[],
): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const rename of renames) {
    const now = rename.kind === "table" ? rename.to : `${rename.table}.${rename.to}`;
    for (const { object, authored = [], location } of parts) {
      if (rename.kind === "table" || !("table" in object) || object.table !== rename.table) continue;
      for (const { text, purpose } of authored)
        if (text.includes(rename.from) && (await mentions(text, rename.from)))
          found.push(formerNameInExpression(purpose, rename.from, now, location));
    }
    const tables = rename.kind === "table" ? null : tablesCalled(rename.table, renames);
    for (const file of sqlFilesOf(configuration))
      for (const offset of placesOf(file, rename.from, tables))
        found.push(formerNameInSqlFile(rename.from, now, placeInFile(file, offset)));
  }
  return found;
}

const tablesCalled = (table: string, renames: readonly Rename[]): ReadonlySet<string> =>
  new Set([
    table,
    ...renames.flatMap((rename) => (rename.kind === "table" && rename.to === table ? [rename.from] : [])),
  ]);

/** Where statements first say a name outside of strings; that of a column beside one of its table. */
const placesOf = ({ text }: SqlFile, name: string, tables: ReadonlySet<string> | null): readonly number[] =>
  splitScript(text).flatMap((part) => {
    if (part.kind !== "statement" || !part.text.toLowerCase().includes(name.toLowerCase())) return [];
    const words = scanWords(part.text).filter(isName);
    const place = words.find((word) => word.text === name);
    const isMeant = tables === null || words.some((word) => tables.has(word.text));
    return place === undefined || !isMeant ? [] : [part.offset + place.offset];
  });

const isName = ({ kind, depth }: SqlWord): boolean => kind !== "string" && depth === 0;

async function mentions(text: string, column: string): Promise<boolean> {
  const parsed = await parseExpression(text);
  return parsed.status === "parsed" && parsed.columns.includes(column);
}
