import type { MigrationPart, PlannedMigration } from "../reports.ts";
import { checksumOf } from "./checksum.ts";

/** The parts of an iteration as one migration. */
export function joinParts(
  { iteration, name }: { readonly iteration: number; readonly name: string },
  parts: readonly MigrationPart[],
): PlannedMigration {
  const [first] = parts;
  const last = parts.at(-1);
  if (first === undefined || last === undefined) throw new Error(`iteration ${iteration} has no file`);
  return {
    iteration,
    name,
    file: first.file,
    sql: parts.map(({ sql }) => sql).join("\n"),
    rollbackFile: last.rollbackFile,
    rollbackSql: last.rollbackSql,
    checksum: parts.length === 1 ? first.checksum : checksumOf(parts.map(({ checksum }) => `${checksum}\n`).join("")),
    parts: [...parts],
  };
}
