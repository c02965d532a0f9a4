import {
  type DatabaseSchema,
  type Hazard,
  type Lock,
  nameOf,
  type ObjectId,
  type Rename,
  type SchemaObject,
  type Step,
  tableId,
} from "@build-it/postgres-schema";
import type { PlannedPart } from "../3-write/plan-both-ways.ts";

/** What a statement does to a table that was there before, and how long others wait for it. */
export interface WeighedStep {
  readonly file: string;
  readonly statement: string;
  /** As the statement calls it. */
  readonly table: TableName;
  /** As it is called before the migration. */
  readonly calledBefore: TableName;
  readonly lock: Lock;
  readonly work: Work;
  /** Whether the lock is held for longer than a moment: by its own work, or by what comes after it in its transaction. */
  readonly lasting: boolean;
}

export interface TableName {
  readonly schema: string;
  readonly name: string;
}

/** What takes longer the more rows there are. */
export const works = [
  "none",
  "fills_in_batches",
  "builds_index_concurrently",
  "builds_index",
  "reads_table",
  "rewrites_table",
] as const;
export type Work = (typeof works)[number];

/** What each statement of an iteration does to the tables that were there before it; `files` are those of its parts. */
export function weighSteps(
  parts: readonly PlannedPart[],
  {
    files,
    before,
    renames,
    stepsAfter,
  }: {
    readonly files: readonly string[];
    readonly before: DatabaseSchema;
    readonly renames: readonly Rename[];
    /** Whether data steps run at the end. */
    readonly stepsAfter: boolean;
  },
): readonly WeighedStep[] {
  return parts.flatMap((part, place) => {
    const lastWork = part.steps.findLastIndex((step) => workOf(step, part) !== "none");
    const worksAtEnd = stepsAfter && place === parts.length - 1;
    return part.steps.flatMap((step, index): readonly WeighedStep[] => {
      const table = tableOf(step.subject, [part.end, before]);
      if (table === undefined || step.lock === "none") return [];
      const calledBefore = nameBefore(table, renames);
      if (!before.objects.has(tableId(calledBefore.schema, calledBefore.name))) return [];
      const held = part.run.mode === "transaction" && (lastWork > index || worksAtEnd);
      const work = workOf(step, part);
      const [statement = ""] = step.sql.text.split("\n");
      return [
        {
          file: files[place] ?? "",
          statement,
          table,
          calledBefore,
          lock: step.lock,
          work,
          lasting: work !== "none" || held,
        },
      ];
    });
  });
}

const workOfHazard: readonly (readonly [Hazard, Work])[] = [
  ["rewrites_table", "rewrites_table"],
  ["blocks_writes", "builds_index"],
  ["scans_table", "reads_table"],
];

function workOf(step: Step, { run }: Pick<PlannedPart, "run">): Work {
  if (run.mode === "batches") return "fills_in_batches";
  if (run.mode === "concurrently") return run.action === "create" ? "builds_index_concurrently" : "none";
  return workOfHazard.find(([hazard]) => step.hazards.includes(hazard))?.[1] ?? "none";
}

/** The table that an object is, or is part of, in the first schema that has it. */
function tableOf(id: ObjectId, schemas: readonly DatabaseSchema[]): TableName | undefined {
  const object = schemas.map(({ objects }) => objects.get(id)).find((found) => found !== undefined);
  return object === undefined ? undefined : tableOfObject(object, schemas);
}

function tableOfObject(object: SchemaObject, schemas: readonly DatabaseSchema[]): TableName | undefined {
  if (object.kind === "table") return { schema: object.schema, name: object.name };
  if ("table" in object) return { schema: object.schema, name: object.table };
  return "on" in object ? tableOf(object.on, schemas) : undefined;
}

function nameBefore({ schema, name }: TableName, renames: readonly Rename[]): TableName {
  const rename = renames.find((one) => one.kind === "table" && one.schema === schema && one.to === name);
  return { schema, name: rename?.from ?? name };
}

/** `items`, with the schema where it is not `public`. */
export const shortName = ({ schema, name }: TableName): string => nameOf(tableId(schema, name));
