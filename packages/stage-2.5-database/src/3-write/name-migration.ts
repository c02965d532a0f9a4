import type { ChangeSummary } from "./summarize-changes.ts";

const longestSlug = 60;

/** `002_location`, `003_add_phone`: the number, and what the iteration is about. */
export const nameMigration = (iteration: number, summary: ChangeSummary): string => named(iteration, slugOf(summary));

/** `001_baseline`: the number, and that it builds all that there is by then. */
export const nameBaseline = (iteration: number): string => named(iteration, "baseline");

const named = (iteration: number, slug: string): string => `${String(iteration).padStart(3, "0")}_${slug}`;

function slugOf({
  createdEntities,
  addedColumns,
  modifiedTables,
  dataSteps,
  renamedWords,
  keptNames,
  tables,
  columns,
}: ChangeSummary): string {
  if (createdEntities.length > 0) return join(createdEntities);
  if (tables.created.length > 0) return join(tables.created);
  if (addedColumns.length > 0) return join(addedColumns.map((name) => `add_${name}`));
  if (renamedWords.length > 0) return join(renamedWords.map((words) => `rename_${words}`));
  const gone = [...tables.deleted, ...columns.deleted];
  if (gone.length > 0) return join(gone.map((name) => `retire_${name.replace(/^.*\./, "")}`));
  if (keptNames.length > 0) return join(keptNames.map((name) => `deprecate_${name}`));
  if (modifiedTables.length > 0) return join(modifiedTables.map((name) => `change_${name}`));
  if (dataSteps.length > 0) return join(dataSteps);
  return "change_schema";
}

/** The first names that fit, and how many there are besides. */
function join(names: readonly string[]): string {
  const words = [...new Set(names.map(snakeCase))].filter((word) => word !== "");
  if (words.length === 0) return "change_schema";
  const kept: string[] = [];
  for (const word of words) if ([...kept, word].join("_").length <= longestSlug && kept.length < 3) kept.push(word);
  if (kept.length === 0) return (words[0] ?? "").slice(0, longestSlug);
  const left = words.length - kept.length;
  return left === 0 ? kept.join("_") : `${kept.join("_")}_and_${left}_more`;
}

/** Letters, digits and underscores only: the slug is part of a file's name. */
const snakeCase = (name: string): string =>
  name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replaceAll(/^_+|_+$/g, "");
