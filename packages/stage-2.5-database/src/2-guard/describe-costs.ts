import type { Lock } from "@build-it/postgres-schema";
import type { PlanReport } from "../reports.ts";
import { shortName, type TableName, type WeighedStep, type Work } from "./weigh-steps.ts";

/** What a target says of a table. */
export interface TableSize {
  /** As the last ANALYZE or VACUUM saw it; null where there was none and counting would take long. */
  readonly rows: number | null;
  /** With its indexes and what is stored beside it. */
  readonly bytes: number;
}

/** What each statement costs those who work on the tables, in words; `sizeOf` asks by the names before the migration. */
export const describeCosts = (
  steps: readonly WeighedStep[],
  sizeOf: (table: TableName) => TableSize | undefined,
): PlanReport["costs"] =>
  steps.map((step) => {
    const { file, statement, table, calledBefore, lock, work } = step;
    const size = sizeOf(calledBefore);
    return {
      file,
      statement,
      table: shortName(table),
      lock,
      work,
      rows: size?.rows ?? null,
      bytes: size?.bytes ?? null,
      severe: step.lasting && whoWaits(lock) !== nobodyWaits,
      text: describeCost(step, size),
    };
  });

/** `rewrites invoices under ACCESS EXCLUSIVE: about 1,200,000 rows, 300 MB; nobody can read or write it meanwhile`. */
function describeCost(
  { table, lock, work, lasting }: Pick<WeighedStep, "table" | "lock" | "work" | "lasting">,
  size: TableSize | undefined,
): string {
  const name = shortName(table);
  const waits = whoWaits(lock);
  const long = work === "none" ? "until the file is done" : "meanwhile";
  const howLong = waits === nobodyWaits ? "meanwhile" : lasting ? long : "for a moment";
  const under = waits === nobodyWaits || work === "none" ? "" : ` under ${lock.replaceAll("_", " ").toUpperCase()}`;
  return `${phrases[work](name)}${under}: ${size === undefined ? "" : `${describeSize(size)}; `}${waits} ${howLong}`;
}

const phrases: Readonly<Record<Work, (table: string) => string>> = {
  none: (table) => `locks ${table}`,
  fills_in_batches: (table) => `fills ${table} in batches`,
  builds_index_concurrently: (table) => `builds an index on ${table}`,
  builds_index: (table) => `builds an index on ${table}`,
  reads_table: (table) => `reads all of ${table}`,
  rewrites_table: (table) => `rewrites ${table}`,
};

const nobodyWaits = "others read and write it";

const whoWaits = (lock: Lock): string => {
  if (lock === "access_exclusive") return "nobody can read or write it";
  return lock === "share" || lock === "share_row_exclusive" || lock === "exclusive"
    ? "nobody can write to it"
    : nobodyWaits;
};

const inThousands = new Intl.NumberFormat("en");

const describeSize = ({ rows, bytes }: TableSize): string =>
  `${rows === null ? "rows not counted" : `about ${inThousands.format(rows)} ${rows === 1 ? "row" : "rows"}`}, ${describeBytes(bytes)}`;

const units = ["kB", "MB", "GB", "TB"] as const;

/** `8 kB`, `300 MB`, in units of 1024 as PostgreSQL has them. */
function describeBytes(bytes: number): string {
  let size = bytes / 1024;
  let unit = 0;
  while (size >= 1024 && unit < units.length - 1) {
    size /= 1024;
    unit++;
  }
  return `${Math.round(size)} ${units[unit]}`;
}
