import {
  type Difference,
  idOf,
  kindOf,
  nameOf,
  type ObjectId,
  type SchemaObject,
  tableId,
} from "@build-it/postgres-schema";
import type { Diagnostic } from "@build-it/stage-contract";
import type { Doubts } from "./doubts.ts";
import type { LiftedSchema } from "./lift-schema.ts";
import { fileOf } from "./print-model.ts";

/** What a model turned out to be: refused before it was built, or built and compared with what it was made of. */
export type Attempt =
  | { readonly status: "refused"; readonly diagnostics: readonly Diagnostic[] }
  | { readonly status: "built"; readonly difference: Difference };

/** What to say otherwise after an attempt; undefined where nothing differs that an entity says. */
export function raiseDoubts(attempt: Attempt, lifted: LiftedSchema, doubts: Doubts): Doubts | undefined {
  const raised =
    attempt.status === "refused"
      ? doubtRefused(attempt.diagnostics, lifted, doubts)
      : doubtDifferent(attempt.difference, lifted, doubts);
  if (raised.length === 0) return undefined;
  const objects = new Map(doubts.objects);
  const access = new Set(doubts.access);
  const tables = new Map(doubts.tables);
  for (const doubt of raised)
    if (doubt.about === "table") tables.set(doubt.id, tables.get(doubt.id) ?? doubt.reason);
    else if (doubt.about === "object") objects.set(doubt.id, (doubts.objects.get(doubt.id) ?? 0) + 1);
    else access.add(doubt.id);
  return { objects, access, tables };
}

/** Everything in SQL: for what cannot be laid at the door of one table. */
export const doubtAll = ({ entities }: LiftedSchema, doubts: Doubts, reason: string): Doubts => ({
  ...doubts,
  tables: new Map([...doubts.tables, ...[...entities.keys()].map((id) => [id, reason] as const)]),
});

type Doubt =
  | { readonly about: "object"; readonly id: ObjectId }
  | { readonly about: "access"; readonly id: ObjectId }
  | { readonly about: "table"; readonly id: ObjectId; readonly reason: string };

const aboutTable = (id: ObjectId, reason: string): Doubt => ({ about: "table", id, reason });

/** What the model refuses is said word for word first, and its rights in SQL; only then the table is no entity. */
const doubtRefused = (diagnostics: readonly Diagnostic[], lifted: LiftedSchema, doubts: Doubts): readonly Doubt[] =>
  diagnostics.flatMap(({ severity, message, location }) => {
    if (severity !== "error" || location === undefined) return [];
    const found = [...lifted.entities].find(([, { entity }]) => location.file.endsWith(fileOf(entity)));
    if (found === undefined) return [];
    const [table, { access }] = found;
    const milder: Doubt[] = [...lifted.said.objects.values()].flatMap((object) =>
      (object.kind === "default" || object.kind === "check") &&
      tableOf(object) === table &&
      !doubts.objects.has(idOf(object))
        ? [{ about: "object", id: idOf(object) }]
        : [],
    );
    if (access !== "sql") milder.push({ about: "access", id: table });
    return milder.length > 0 ? milder : [aboutTable(table, `the model refuses it: ${message}`)];
  });

function doubtDifferent({ added, removed, changed }: Difference, lifted: LiftedSchema, doubts: Doubts): Doubt[] {
  const otherwise = [...removed, ...changed.map(({ before }) => before)];
  return [
    ...otherwise.filter((object) => lifted.said.objects.has(idOf(object))).map((object) => doubtSaid(object, doubts)),
    ...added.flatMap((object): Doubt[] => {
      const table = tableOf(object);
      const entity = table === undefined ? undefined : lifted.entities.get(table);
      if (table === undefined || entity === undefined) return [];
      if (entity.access !== "sql") return [{ about: "access", id: table }];
      return [{ about: "table", id: table, reason: `the model would add ${wordsFor(object)}` }];
    }),
  ].filter((doubt) => doubt !== undefined);
}

const optional: ReadonlySet<string> = new Set(["default", "check", "unique", "foreign_key", "index"]);

function doubtSaid(object: SchemaObject, doubts: Doubts): Doubt | undefined {
  const table = tableOf(object);
  if (table === undefined) return undefined;
  const id = idOf(object);
  if (optional.has(object.kind) && (doubts.objects.get(id) ?? 0) < 2) return { about: "object", id };
  if ((object.kind === "policy" || object.kind === "privilege") && !doubts.access.has(table))
    return { about: "access", id: table };
  return { about: "table", id: table, reason: `the model would make ${wordsFor(object)} in another way` };
}

const wordsFor = (object: SchemaObject): string => `the ${object.kind.replaceAll("_", " ")} ${nameOf(idOf(object))}`;

function tableOf(object: SchemaObject): ObjectId | undefined {
  if (object.kind === "table") return idOf(object);
  if ("table" in object && typeof object.table === "string") return tableId(object.schema, object.table);
  if (!("on" in object) || object.on === null) return undefined;
  if (kindOf(object.on) === "table") return object.on;
  // The comment of a column: the table is what comes before the last point.
  return kindOf(object.on) === "column"
    ? (object.on.replace(/^column:/, "table:").replace(/\.[^.]*$/, "") as ObjectId)
    : undefined;
}
