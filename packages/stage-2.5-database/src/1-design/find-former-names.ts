import type { Configuration, SqlFile } from "@build-it/artifacts";
import { parseExpression, type Rename, type SqlWord, scanWords, splitScript } from "@build-it/postgres-schema";
import type { Diagnostic } from "@build-it/stage-contract";
import { sqlFilesOf } from "../bodies/routine-bodies.ts";
import { formerNameInExpression, formerNameInSqlFile } from "../diagnostics/design.ts";
import type { Designed } from "./designed.ts";
import { findFormerTypes } from "./find-former-types.ts";
import { placeInFile } from "./place-in-file.ts";

/**
 * SQL of the model that still says what is renamed in this iteration. An expression is bound to its columns when it is made,
 * so it has to say the new name, and a trigger is to its table and columns. What else a file under `sql/` says goes on working
 * under the former name: it is pointed out. Bodies of functions are guarded.
 */
export async function findFormerNames(
  configuration: Configuration,
  parts: readonly Designed[],
  renames: readonly Rename[],
): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const rename of renames) {
    if (rename.kind === "enum") {
      found.push(...(await findFormerTypes(configuration, parts, rename)));
      continue;
    }
    const now = rename.kind === "table" ? rename.to : `${rename.table}.${rename.to}`;
    for (const { object, authored = [], location } of parts) {
      if (rename.kind === "table" || !("table" in object) || object.table !== rename.table) continue;
      for (const { text, purpose } of authored)
        if (text.includes(rename.from) && (await mentions(text, rename.from)))
          found.push(formerNameInExpression(purpose, rename.from, now, location));
    }
    const tables = rename.kind === "table" ? null : tablesCalled(rename.table, renames);
    for (const file of sqlFilesOf(configuration))
      for (const { offset, bound } of placesOf(file, rename.from, tables)) {
        const location = placeInFile(file, offset);
        found.push(
          bound
            ? formerNameInExpression("a trigger", rename.from, now, location)
            : formerNameInSqlFile(rename.from, now, location),
        );
      }
  }
  return found;
}

const tablesCalled = (table: string, renames: readonly Rename[]): ReadonlySet<string> =>
  new Set([
    table,
    ...renames.flatMap((rename) => (rename.kind === "table" && rename.to === table ? [rename.from] : [])),
  ]);

interface Place {
  readonly offset: number;
  /** Whether PostgreSQL binds the statement to what it names, so that a rename leads it along. */
  readonly bound: boolean;
}

/** Where statements first say a name outside of strings; that of a column beside one of its table. */
const placesOf = ({ text }: SqlFile, name: string, tables: ReadonlySet<string> | null): readonly Place[] =>
  splitScript(text).flatMap((part) => {
    if (part.kind !== "statement" || !part.text.toLowerCase().includes(name.toLowerCase())) return [];
    const all = scanWords(part.text).filter(isName);
    const trigger = triggerWords(all);
    const words = trigger === null ? all : tables === null ? trigger.table : trigger.columns;
    const place = words.find((word) => word.text === name);
    const isMeant = tables === null || (trigger?.table ?? words).some((word) => tables.has(word.text));
    return place === undefined || !isMeant ? [] : [{ offset: part.offset + place.offset, bound: trigger !== null }];
  });

/** What CREATE TRIGGER says of its table, and of columns: neither its own name nor the function's. Null for other statements. */
function triggerWords(
  words: readonly SqlWord[],
): { readonly table: readonly SqlWord[]; readonly columns: readonly SqlWord[] } | null {
  const find = (text: string, from = 0): number =>
    words.findIndex((word, index) => index >= from && word.kind === "word" && word.text === text);
  const start = find("trigger");
  if (words[0]?.text !== "create" || start < 0 || start > 3) return null;
  const on = find("on", start + 2);
  const end = find("execute", on);
  // Names are written with their schema.
  return { table: words.slice(on + 1, on + 3), columns: [...words.slice(start + 2, on), ...words.slice(on + 3, end)] };
}

const isName = ({ kind, depth }: SqlWord): boolean => kind !== "string" && depth === 0;

async function mentions(text: string, column: string): Promise<boolean> {
  const parsed = await parseExpression(text);
  return parsed.status === "parsed" && parsed.columns.includes(column);
}
