import { idOf, isKind, kindOf, nameOf, type ObjectId, type SchemaObject, tableId } from "@build-it/postgres-schema";
import type { Design, DesignResult } from "../1-design/design.ts";
import { namesIn, ownName } from "../1-design/old-names.ts";
import type { Iteration } from "../3-write/read-database-files.ts";

/** Something that is only kept for code of earlier iterations. */
export interface Retirable {
  readonly name: string;
  /** It, and the columns that go with it. */
  readonly ids: readonly ObjectId[];
  readonly kind: string;
  /** What a former name stands for. */
  readonly renamedTo: string | null;
  /** The iteration that left it behind. Code of iterations before it knows it. */
  readonly since: number;
}

/** All that could be retired, in the order of names. */
export function findRetirable(design: Design, iterations: readonly Iteration[]): readonly Retirable[] {
  const entries = Object.entries(design.retained).map(([id, entry]) => ({ id: id as ObjectId, ...entry }));
  const tables = new Set(entries.map(({ id }) => id).filter((id) => kindOf(id) === "table"));
  const tableOf = (id: ObjectId): ObjectId => {
    const [schema = "", table = ""] = namesIn(id);
    return tableId(schema, table);
  };
  const isPart = (id: ObjectId): boolean => kindOf(id) === "column" && tables.has(tableOf(id));
  return entries
    .filter(({ id }) => !isPart(id))
    .map(({ id, name, renamedTo }) => ({
      name,
      ids: [id, ...entries.map((other) => other.id).filter((other) => isPart(other) && tableOf(other) === id)],
      kind: kindOf(id),
      renamedTo: renamedTo === undefined ? null : nameOf(renamedTo),
      since: iterations.findLast(({ record }) => record.databaseChanges.retained.includes(name))?.record.iteration ?? 1,
    }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * What would still use something if it went: `breaks` by PostgreSQL's own word, which is in the catalog, `says` by the text of a
 * function. `left` is what there would be; views of former names are made anew without it.
 */
export function findUses(
  { ids }: Pick<Retirable, "ids">,
  {
    catalog,
    left,
  }: { readonly catalog: readonly SchemaObject[]; readonly left: Pick<DesignResult, "schema" | "design"> },
): { readonly breaks: readonly string[]; readonly says: readonly string[] } {
  const gone = new Set(ids);
  const words = ids.map((id) => new RegExp(`(?<![\\p{L}\\p{N}_$])${escaped(ownName(id))}(?![\\p{L}\\p{N}_$])`, "u"));
  const breaks: string[] = [];
  const says: string[] = [];
  const labelOf = (object: SchemaObject): string => `${object.kind.replaceAll("_", " ")} ${nameOf(idOf(object))}`;
  for (const object of catalog) {
    const id = idOf(object);
    const stays = left.schema.objects.has(id) && left.design.retained[id]?.renamedTo === undefined;
    if (stays && "dependsOn" in object && object.dependsOn.some((used) => gone.has(used))) breaks.push(labelOf(object));
  }
  for (const object of left.schema.objects.values())
    if (isKind(object, "function") && words.some((word) => word.test(object.definition))) says.push(labelOf(object));
  return { breaks, says };
}

const escaped = (name: string): string => name.replaceAll(/[\\^$.*+?()[\]{}|]/g, "\\$&");
