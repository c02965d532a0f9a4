import type { Configuration, SqlFile } from "@build-it/artifacts";
import { idOf, type ObjectId, type ParsedStatement, parseStatements } from "@build-it/postgres-schema";
import type { Diagnostic } from "@build-it/stage-contract";
import { sqlFileRefused, sqlObjectTwice, sqlStatementRefused } from "../diagnostics/apply.ts";
import { attachToSqlObjects } from "./attach-to-sql-objects.ts";
import { designStatement, type SqlObject } from "./design-statement.ts";
import type { Designed } from "./designed.ts";
import { placeInFile } from "./place-in-file.ts";
import { findReferenced } from "./referenced-objects.ts";

export interface SqlParts {
  readonly parts: readonly Designed[];
  readonly diagnostics: readonly Diagnostic[];
}

/** A statement and the file it stands in. */
export interface FiledStatement {
  readonly file: SqlFile;
  readonly statement: ParsedStatement;
}

/**
 * The functions, views and triggers that a model says in SQL, with the comments and grants on them. Anything else in the
 * files is refused: tables come from entities.
 */
export async function designSqlFiles(
  { sqlFiles, entities }: Configuration,
  others: readonly Designed[],
): Promise<SqlParts> {
  const diagnostics: Diagnostic[] = [];
  const statements: FiledStatement[] = [];
  for (const file of sqlFiles) {
    const parsed = await parseStatements(file.text);
    if (parsed.status === "parsed") statements.push(...parsed.statements.map((statement) => ({ file, statement })));
    else diagnostics.push(sqlFileRefused(parsed.problem.message, placeInFile(file, parsed.problem.offset ?? 0)));
  }
  const schemas = new Set(["public", ...entities.map(({ schema }) => schema)]);
  const made = new Map<ObjectId, SqlObject>();
  const attachments: FiledStatement[] = [];
  for (const filed of statements) {
    const { meaning, offset } = filed.statement;
    const location = placeInFile(filed.file, offset);
    if (meaning.kind === "comment" || meaning.kind === "grant") attachments.push(filed);
    else if (meaning.kind === "other") diagnostics.push(sqlStatementRefused(meaning.words, location));
    else {
      const designed = designStatement(meaning, filed, schemas);
      diagnostics.push(...designed.diagnostics);
      if (designed.made === null) continue;
      const id = idOf(designed.made.part.object);
      if (made.has(id)) diagnostics.push(sqlObjectTwice(id, location));
      else made.set(id, designed.made);
    }
  }
  const find = findReferenced([...others, ...[...made.values()].map(({ part }) => part)].map(({ object }) => object));
  const attached = attachToSqlObjects(
    attachments,
    [...made.values()].map(({ part }) => part.object),
  );
  return {
    parts: [...[...made.values()].map((object) => withDependencies(object, find)), ...attached.parts],
    diagnostics: [...diagnostics, ...attached.diagnostics],
  };
}

/** Known only once all that could be mentioned is there. */
function withDependencies({ part, references, routine }: SqlObject, find: ReturnType<typeof findReferenced>): Designed {
  const own = idOf(part.object);
  const ids = [...find(references), ...(routine === null ? [] : find({ functions: [routine] }))];
  const dependsOn = [...new Set(ids)].filter((id) => id !== own).sort();
  return { ...part, object: { ...part.object, dependsOn } };
}
