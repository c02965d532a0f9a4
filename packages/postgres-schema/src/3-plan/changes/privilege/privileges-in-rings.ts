import { type DatabaseSchema, objectsOfKind } from "../../../schema/database-schema.ts";
import { canonicalText } from "../../../schema/fingerprint.ts";
import { idOf, privilegeId } from "../../../schema/identify.ts";
import type { ObjectId } from "../../../schema/object-id.ts";
import type { Privilege } from "../../../schema/objects.ts";

/**
 * Privileges that roles have from each other, each with another one to pass on, and that are given, taken or changed at once: none of
 * them can be before the others.
 */
export const privilegesInRings = (before: DatabaseSchema, after: DatabaseSchema): readonly ObjectId[] => [
  ...new Set([...ringsAmong(changed(before, after)), ...ringsAmong(changed(after, before))]),
];

/** Privileges of one schema that the other has not, or otherwise. */
const changed = (schema: DatabaseSchema, other: DatabaseSchema): ReadonlyMap<ObjectId, Privilege> =>
  new Map(
    objectsOfKind(schema, "privilege").flatMap((privilege) => {
      const id = idOf(privilege);
      const same = other.objects.get(id);
      const isSame = same !== undefined && canonicalText(same) === canonicalText(privilege);
      return privilege.grantedBy === undefined || isSame ? [] : [[id, privilege] as const];
    }),
  );

function ringsAmong(privileges: ReadonlyMap<ObjectId, Privilege>): readonly ObjectId[] {
  const sourcesOf = (id: ObjectId): readonly ObjectId[] => {
    const privilege = privileges.get(id);
    if (privilege === undefined) return [];
    const { on, grantedBy = "", grantedThrough = [] } = privilege;
    return grantedThrough.map((grantor) => privilegeId(on, grantedBy, grantor ?? undefined));
  };
  return [...privileges.keys()].filter((id) => {
    const reached = new Set(sourcesOf(id));
    for (const source of reached) for (const further of sourcesOf(source)) reached.add(further);
    return reached.has(id);
  });
}
