import { type ParsedStatement, parseStatements } from "@build-it/postgres-schema";
import type { Diagnostic } from "@build-it/stage-contract";
import { placeInFile } from "../1-design/place-in-file.ts";
import { stepEmpty, stepNameUnqualified, stepNotSql, stepStatementRefused } from "../diagnostics/steps.ts";

/** What a step may do: work on rows, within the transaction that the migration runs in. */
const allowed: readonly RegExp[] = [
  /^(INSERT|UPDATE|DELETE|MERGE|TRUNCATE|SELECT|WITH|VALUES|CALL|DO|LOCK)\b/,
  /^SET CONSTRAINTS\b/,
];

/** Why anything else is refused, by its first words. */
const refused: readonly (readonly [words: RegExp, reason: string])[] = [
  [
    /^(BEGIN|START|COMMIT|END|ROLLBACK|ABORT|SAVEPOINT|RELEASE|PREPARE TRANSACTION)\b/,
    "It would end the transaction that the migration and its verification are in.",
  ],
  [
    /^(VACUUM|CLUSTER|REINDEX|ALTER SYSTEM|(CREATE|DROP|ALTER) (DATABASE|TABLESPACE|SUBSCRIPTION)|DISCARD)\b/,
    "PostgreSQL runs it in no transaction, and a migration is one.",
  ],
  [/^(SET|RESET)\b/, "It would change how the statements after it are run. A function may have settings of its own."],
  [/^COPY\b/, "It would read what is not in the file, so its checksum would prove nothing."],
];

const elseRefused = "It changes the schema, which comes from the model.";

/** A file of a step, with its statements each ended; its diagnostics say why it cannot be taken. */
export async function checkStep(file: {
  readonly path: string;
  readonly text: string;
}): Promise<{ readonly sql: string; readonly diagnostics: readonly Diagnostic[] }> {
  const parsed = await parseStatements(file.text);
  if (parsed.status === "refused") {
    const { message, offset } = parsed.problem;
    return { sql: "", diagnostics: [stepNotSql(message, placeInFile(file, offset ?? 0))] };
  }
  const last = parsed.statements.at(-1);
  if (last === undefined) return { sql: "", diagnostics: [stepEmpty(file.path)] };
  return {
    // Up to the last word: an end of ours is put behind it, and no comment swallows that.
    sql: `${file.text.slice(0, last.offset + last.text.length)};`,
    diagnostics: parsed.statements.flatMap(({ meaning, offset }) => {
      const place = placeInFile(file, offset);
      const words = meaning.kind === "other" ? meaning.words : wordsOf[meaning.kind];
      if (!allowed.some((pattern) => pattern.test(words)))
        return [
          stepStatementRefused(words, refused.find(([pattern]) => pattern.test(words))?.[1] ?? elseRefused, place),
        ];
      return bareNames(meaning).map((name) => stepNameUnqualified(name, place));
    }),
  };
}

/** Tables that are written without their schema: a migration runs with an empty search_path. */
const bareNames = (meaning: ParsedStatement["meaning"]): readonly string[] =>
  meaning.kind !== "other"
    ? []
    : meaning.references.relations.flatMap(({ schema, name }) => (schema === null ? [name] : []));

const wordsOf = {
  routine: "CREATE FUNCTION",
  view: "CREATE VIEW",
  trigger: "CREATE TRIGGER",
  comment: "COMMENT ON",
  grant: "GRANT",
} as const satisfies Record<Exclude<ParsedStatement["meaning"]["kind"], "other">, string>;
