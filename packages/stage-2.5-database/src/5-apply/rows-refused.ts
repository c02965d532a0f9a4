import {
  type DatabaseSchema,
  type Difference,
  idOf,
  objectsOfKind,
  type SchemaObject,
  splitScript,
} from "@build-it/postgres-schema";
import type { Diagnostic } from "@build-it/stage-contract";
import type { Client } from "pg";
import type { Design } from "../1-design/design.ts";
import { findRefusals, type GuardedChange } from "../2-guard/find-breaking-changes.ts";
import { askAbout } from "../2-guard/guard-changes.ts";
import { knownSteps } from "../data-steps/typescript/run-file.ts";
import { splitCalls } from "../data-steps/typescript/typescript-block.ts";
import { turnedBack } from "../diagnostics/guard.ts";
import { rollbackRefused } from "../diagnostics/verification.ts";
import { Halt } from "./connect.ts";
import { fileOf, type MigrationRun } from "./migration-run.ts";
import { beginTimed } from "./retry-locked.ts";

/** What PostgreSQL says of a row that it refuses. */
interface Refusal extends Error {
  readonly code: string;
  readonly schema?: string;
  readonly table?: string;
  readonly column?: string;
  readonly constraint?: string;
  readonly detail?: string;
  readonly position?: string;
}

/** Whether it is rows that PostgreSQL refused: a value that does not fit, or a constraint that is broken. */
export const isRefusal = (error: unknown): error is Refusal =>
  error instanceof Error && "severity" in error && "code" in error && /^2[23]/.test(String(error.code));

const statementTimeoutMs = 60_000;

/**
 * The halt of a rollback whose rows the earlier schema does not take, and that could not be told before: what it makes of them
 * is known only once it has. It is taken back by now.
 */
export async function rowsRefused(client: Client, run: MigrationRun, error: Refusal): Promise<Halt> {
  const { name, path, sql } = fileOf(run);
  const { iteration } = run.iteration.record;
  const to = run.recordAfter?.iteration ?? 0;
  const position = Number(error.position ?? Number.NaN);
  const told = await askWhereRefused(client, run, error).catch(() => []);
  const found = told.map((diagnostic) => turnedBack(diagnostic, { iteration: to, said: error.message }));
  const plain = rollbackRefused({ file: path, message: error.message, detail: error.detail, sql, position }, to);
  return new Halt(
    {
      kind: "breaking_change",
      message: `What ${name} makes of rows does not fit where it leads. Nothing of it was kept: ${run.label} is at iteration ${iteration}, with all its rows.`,
    },
    found.length > 0 ? found : [plain],
  );
}

/** Runs the rollback up to what is refused, asks its rows there, and takes it back again. */
async function askWhereRefused(client: Client, run: MigrationRun, error: Refusal): Promise<readonly Diagnostic[]> {
  const difference = demandOf(error, run.expected);
  const pieces = splitCalls(fileOf(run).sql, knownSteps(run.iteration.record));
  // What TypeScript does may go beyond the transaction, and is not done twice.
  if (difference === null || pieces.some(({ kind }) => kind === "call")) return [];
  await beginTimed(client, statementTimeoutMs);
  try {
    await runUntilRefused(client, fileOf(run).sql);
    const asked = findRefusals(changeTo(run.expected, difference));
    return (await askAbout(asked, client)).halting;
  } finally {
    await client.query("ROLLBACK");
  }
}

async function runUntilRefused(client: Client, script: string): Promise<void> {
  for (const part of splitScript(script)) {
    if (part.kind !== "statement") continue;
    await client.query("SAVEPOINT statement");
    try {
      await client.query(part.text);
    } catch (error) {
      if (!isRefusal(error)) throw error;
      await client.query("ROLLBACK TO statement");
      return;
    }
    await client.query("RELEASE statement");
  }
}

/** What rows were asked to be, as a change that asks just that; null where it cannot be told. */
function demandOf({ code, schema, table, column, constraint }: Refusal, expected: DatabaseSchema): Difference | null {
  const isThere = (object: SchemaObject): boolean =>
    "table" in object && object.schema === schema && object.table === table;
  if (code === "23502") {
    const after = objectsOfKind(expected, "column").find((one) => isThere(one) && one.name === column);
    return after === undefined || after.nullable
      ? null
      : {
          added: [],
          removed: [],
          changed: [{ id: idOf(after), before: { ...after, nullable: true }, after, attributes: ["nullable"] }],
        };
  }
  const demand = [...expected.objects.values()].find(
    (object) => isThere(object) && "name" in object && object.name === constraint,
  );
  return demand === undefined ? null : { added: [demand], removed: [], changed: [] };
}

/** A schema as one that only this is new in. */
function changeTo(expected: DatabaseSchema, difference: Difference): GuardedChange {
  const design: Design = { objects: [], origins: {}, retained: {}, enumValues: {}, usedCasts: {} };
  return {
    difference,
    designed: {
      design,
      schema: expected,
      renames: [],
      copies: { before: new Map(), after: new Map() },
      newcomers: new Set(),
      backfills: new Map(),
      conversions: new Map(),
      valueMaps: new Map(),
      diagnostics: [],
    },
    previous: { ...design, objects: [...expected.objects.values()] },
  };
}
