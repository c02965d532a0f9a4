/** Each job with its floor: the least that the same work takes without us. In the order of the table. */
const jobs = [
  ["node -e 0", null],
  ["psql, the first migration", null],
  ["psql, the column", null],
  ["pg_dump -s", null],
  ["first build", "psql, the first migration"],
  ["nothing to do", "node -e 0"],
  ["library, read and compared", "pg_dump -s"],
  ["verify, nothing changed", "pg_dump -s"],
  ["verify, all compared", "pg_dump -s"],
  ["types", "node -e 0"],
  ["types, written anew", "node -e 0"],
  ["one column added", "psql, the column"],
];

/**
 * Medians as a Markdown table.
 *
 * @param {ReadonlyMap<string, readonly number[]>} times Seconds of each job, of every pass.
 * @returns {readonly string[]} Its lines.
 */
export function printTable(times) {
  const rows = jobs.flatMap(([job, floor]) => {
    const seconds = medianOf(times.get(job ?? "") ?? []);
    if (seconds === undefined) return [];
    const least = floor === null ? undefined : medianOf(times.get(floor ?? "") ?? []);
    const ratio = least === undefined ? "" : `${(seconds / least).toFixed(1)}x ${floor}`;
    return [`| ${job} | ${seconds.toFixed(seconds < 10 ? 2 : 1)} s | ${ratio} |`];
  });
  return ["| job | median | of its floor |", "|---|---|---|", ...rows];
}

/**
 * Peaks of memory as lines.
 *
 * @param {ReadonlyMap<string, number>} peaks MB of each job.
 * @returns {readonly string[]}
 */
export const printMemory = (peaks) => [...peaks].map(([job, megabytes]) => `Peak memory, ${job}: ${megabytes} MB`);

/** @param {readonly number[]} values */
function medianOf(values) {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)];
}
