import type { DatabaseSchema } from "@build-it/postgres-schema";
import type { Client } from "pg";
import { type Reading, readToLookAt, rehearseFile, type Script } from "./read-schema.ts";

/** Runs files on a scratch database and reads what they lead to, while what was read before is compared. */
export interface Readings {
  /** What is to be done while the next reading is under way. It throws where something is not as it should be. */
  owe(work: () => void): void;
  /** Does what is owed, now. */
  settle(): void;
  run(script: Script): Promise<void>;
  read(reading?: Pick<Reading, "toCompare">): Promise<() => DatabaseSchema>;
}

/**
 * Reading a large schema keeps the server busy and looking at it keeps us busy, so both are done at once. Of two failures the
 * earlier is told: where a statement fails, what is owed is done first.
 */
export function readAndCompare(client: Client, schemas: readonly string[]): Readings {
  let owed: (() => void)[] = [];
  const settle = (): void => {
    const due = owed;
    owed = [];
    for (const work of due) work();
  };
  return {
    owe: (work) => {
      owed.push(work);
    },
    settle,
    run: (script) =>
      rehearseFile(client, script).catch((error: unknown) => {
        settle();
        throw error;
      }),
    read: (reading = {}) => readToLookAt(client, schemas, { ...reading, meanwhile: settle }),
  };
}
