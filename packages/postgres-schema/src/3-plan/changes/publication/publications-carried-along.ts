import type { ChangedObject, Difference } from "../../../2-diff/diff-schemas.ts";
import { objectsOfKind } from "../../../schema/database-schema.ts";
import { idOf } from "../../../schema/identify.ts";
import type { PlanContext } from "../../change-rule.ts";
import { columnsOfMembers } from "./publication.ts";

/**
 * The difference, where publications change whose members name columns, if a column of theirs takes another type: PostgreSQL
 * refuses that, so those members go out and come back.
 */
export function withPublicationsCarriedAlong(
  difference: Difference,
  { before, after }: PlanContext,
  isRebuilt: (change: ChangedObject) => boolean,
): Difference {
  const publications = objectsOfKind(before, "publication").filter(({ members }) =>
    members.some(({ details }) => details !== ""),
  );
  if (publications.length === 0) return difference;
  const rebuilt = new Set(difference.changed.filter(isRebuilt).map(({ id }) => id));
  const retyped = new Set(
    [
      ...difference.changed.flatMap(({ before: was, attributes }) =>
        was.kind === "column" && (attributes.includes("type") || attributes.includes("collation")) ? [was] : [],
      ),
      ...objectsOfKind(before, "column").filter(({ typeObject }) => typeObject !== null && rebuilt.has(typeObject)),
    ].map(idOf),
  );
  const changes = new Map(difference.changed.map((change) => [change.id, change]));
  for (const publication of publications) {
    const id = idOf(publication);
    const later = after.objects.get(id);
    if (later === undefined || !columnsOfMembers(publication, before).some((column) => retyped.has(column))) continue;
    const attributes = new Set([...(changes.get(id)?.attributes ?? []), "members"]);
    changes.set(id, { id, before: publication, after: later, attributes: [...attributes].sort(), carried: true });
  }
  return { ...difference, changed: [...changes.values()] };
}
