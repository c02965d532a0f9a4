import type { Configuration, SqlFile } from "@build-it/artifacts";
import { parseExpression, parseStatements, type ReferencedName, type Rename } from "@build-it/postgres-schema";
import type { Diagnostic } from "@build-it/stage-contract";
import { sqlFilesOf } from "../bodies/routine-bodies.ts";
import { formerTypeInSql } from "../diagnostics/design.ts";
import type { Designed } from "./designed.ts";
import { placeInFile } from "./place-in-file.ts";

type EnumRename = Extract<Rename, { readonly kind: "enum" }>;

/**
 * SQL of the model that still casts to the former name of a type. PostgreSQL has no second name for a type: a domain of that
 * name would compare with nothing. Bodies that it does not look into are guarded.
 */
export async function findFormerTypes(
  configuration: Configuration,
  parts: readonly Designed[],
  rename: EnumRename,
): Promise<readonly Diagnostic[]> {
  const found: Diagnostic[] = [];
  for (const { authored = [], location } of parts)
    for (const { text, purpose } of authored)
      if (text.includes(rename.from) && (await expressionSays(text, rename)))
        found.push(formerTypeInSql(`The SQL of ${purpose}`, rename, location));
  for (const file of sqlFilesOf(configuration))
    for (const offset of await statementsSaying(file, rename)) {
      const location = placeInFile(file, offset);
      found.push(formerTypeInSql(location.file, rename, location));
    }
  return found;
}

async function expressionSays(text: string, rename: EnumRename): Promise<boolean> {
  const parsed = await parseExpression(text, { subselects: true });
  return parsed.status === "parsed" && isAmong(parsed.types, rename);
}

/** Where the statements begin. What is no SQL at all is reported where it is designed. */
async function statementsSaying({ text }: SqlFile, rename: EnumRename): Promise<readonly number[]> {
  const parsed = text.includes(rename.from) ? await parseStatements(text) : null;
  if (parsed?.status !== "parsed") return [];
  return parsed.statements.flatMap(({ meaning, offset }) =>
    "references" in meaning && isAmong(meaning.references.types, rename) ? [offset] : [],
  );
}

const isAmong = (types: readonly ReferencedName[], { schema, from }: EnumRename): boolean =>
  types.some((type) => type.name === from && (type.schema ?? schema) === schema);
