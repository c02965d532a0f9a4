import type { Configuration, SqlFile } from "@build-it/artifacts";
import {
  idOf,
  isKind,
  type ObjectId,
  type RoutineText,
  readRoutine,
  type SchemaObject,
  splitScript,
} from "@build-it/postgres-schema";
import type { Design } from "../1-design/design.ts";

/** A function or procedure of the model whose body stands in a string: PostgreSQL looks into it when it runs, not before. */
export interface RoutineBody {
  readonly id: ObjectId;
  readonly text: RoutineText;
  /** Where its statement begins; null for one that left the model. */
  readonly place: { readonly file: SqlFile; readonly offset: number } | null;
}

type SqlFiles = Pick<Configuration, "sqlFiles" | "schemaFiles">;

/** All files of a model that are SQL. */
export const sqlFilesOf = ({ sqlFiles, schemaFiles = [] }: SqlFiles): readonly SqlFile[] => [
  ...sqlFiles,
  ...schemaFiles,
];

/** The bodies that people wrote: those in the files of the model, and those that are kept for earlier iterations. */
export function routineBodies(
  objects: Iterable<SchemaObject>,
  { files, retained }: { readonly files: SqlFiles; readonly retained: Design["retained"] },
): readonly RoutineBody[] {
  const written = new Map(
    sqlFilesOf(files).flatMap((file) =>
      splitScript(file.text).flatMap((part) => {
        const text = part.kind === "statement" ? readRoutine(part.text) : null;
        return text === null ? [] : [[keyOf(text), { text, place: { file, offset: part.offset } }] as const];
      }),
    ),
  );
  return [...objects].flatMap((object): readonly RoutineBody[] => {
    const own = isKind(object, "function") ? readRoutine(object.definition) : null;
    if (own === null) return [];
    const id = idOf(object);
    const inFile = written.get(keyOf(own));
    if (inFile !== undefined) return [{ id, ...inFile }];
    return retained[id] === undefined ? [] : [{ id, text: own, place: null }];
  });
}

/** PostgreSQL prints the statement in its own way, and the body as it stands. */
const keyOf = ({ name, body }: RoutineText): string => JSON.stringify([name, body]);
