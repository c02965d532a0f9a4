import type { MigrationPart, PlannedMigration } from "../reports.ts";

/**
 * A part as a scratch database runs it, where nobody else writes and all is in one transaction: an index that is built
 * concurrently ends as the same index.
 */
export const inOneTransaction = ({ sql, run }: MigrationPart): string =>
  run.mode === "concurrently" ? sql.replace(/^(CREATE (?:UNIQUE )?INDEX|DROP INDEX) CONCURRENTLY /m, "$1 ") : sql;

/** All parts of a migration, for one transaction. */
export const wholeInOneTransaction = ({ parts }: PlannedMigration): string => parts.map(inOneTransaction).join("\n");
