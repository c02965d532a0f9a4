import { join } from "node:path";

/** Where things are in an application's `database/` folder. */
export interface DatabaseFolder {
  readonly root: string;
  readonly migrations: string;
  readonly rollbacks: string;
  readonly iterations: string;
  readonly snapshot: string;
  readonly approvals: string;
  /** Data steps: the one folder whose files people write. */
  readonly steps: string;
  /** Files of an iteration on their way to their places; there only while they are being written. */
  readonly staging: string;
}

export const databaseFolder = (root: string): DatabaseFolder => ({
  root,
  migrations: join(root, "migrations"),
  // A folder of their own: the Supabase CLI applies every `<digits>_*.sql` that it finds among the migrations.
  rollbacks: join(root, "rollbacks"),
  iterations: join(root, "iterations"),
  snapshot: join(root, "snapshot.json"),
  approvals: join(root, "approvals"),
  steps: join(root, "steps"),
  staging: join(root, ".staging"),
});

export const recordFile = (iteration: number): string => `${String(iteration).padStart(3, "0")}.json`;
