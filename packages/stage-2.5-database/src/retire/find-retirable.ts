import type { Configuration } from "@build-it/artifacts";
import { idOf, kindOf, nameOf, type ObjectId, type SchemaObject } from "@build-it/postgres-schema";
import type { Design, DesignResult } from "../1-design/design.ts";
import { tableOfColumn, withoutParts } from "../1-design/table-of-column.ts";
import { allRecords } from "../3-write/iteration-chain.ts";
import type { Iteration } from "../3-write/read-database-files.ts";
import { findMentions, soughtFor } from "../bodies/find-mentions.ts";
import { routineBodies } from "../bodies/routine-bodies.ts";

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
  const ids = Object.keys(design.retained).map((id) => id as ObjectId);
  const records = allRecords(iterations);
  return withoutParts(ids)
    .map((id) => {
      const { name, renamedTo } = design.retained[id] ?? { name: nameOf(id) };
      return {
        name,
        ids: [id, ...ids.filter((other) => kindOf(other) === "column" && tableOfColumn(other) === id)],
        kind: kindOf(id),
        renamedTo: renamedTo === undefined ? null : nameOf(renamedTo),
        since: records.findLast(({ databaseChanges }) => databaseChanges.retained.includes(name))?.iteration ?? 1,
      };
    })
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

/**
 * What would still use something if it went: `breaks` by PostgreSQL's own word, which is in the catalog, `says` by the body of a
 * function. `left` is what there would be; views of former names are made anew without it.
 */
export function findUses(
  { ids }: Pick<Retirable, "ids">,
  {
    catalog,
    left,
    files,
  }: {
    readonly catalog: readonly SchemaObject[];
    readonly left: Pick<DesignResult, "schema" | "design">;
    readonly files: Configuration;
  },
): { readonly breaks: readonly string[]; readonly says: readonly string[] } {
  const gone = new Set(ids);
  const { retained } = left.design;
  const labelOf = (id: ObjectId): string => `${kindOf(id).replaceAll("_", " ")} ${nameOf(id)}`;
  const breaks = catalog.flatMap((object) => {
    const id = idOf(object);
    const stays = left.schema.objects.has(id) && retained[id]?.renamedTo === undefined;
    return stays && "dependsOn" in object && object.dependsOn.some((used) => gone.has(used)) ? [labelOf(id)] : [];
  });
  const bodies = routineBodies(left.schema.objects.values(), { files, retained });
  const surroundings = { schema: left.schema, retained, renames: [] };
  const [id] = ids;
  const sought = id === undefined ? null : soughtFor(id);
  const says = sought === null ? [] : findMentions(bodies, sought, surroundings);
  return { breaks, says: says.map(({ body }) => labelOf(body.id)) };
}
