import type { ChangedObject, Difference } from "../../../2-diff/diff-schemas.ts";
import { type DatabaseSchema, objectsOfKind } from "../../../schema/database-schema.ts";
import { domainId, idOf } from "../../../schema/identify.ts";
import type { ObjectId } from "../../../schema/object-id.ts";
import type { Column, ObjectKind, SchemaObject } from "../../../schema/objects.ts";
import { referencesOf } from "../../../schema/references.ts";

/** By kind of a type that can be made of others: the attribute that says of which. */
const madeOf: Partial<Readonly<Record<ObjectKind, string>>> = {
  domain: "type",
  composite: "attributes",
  range: "definition",
};

/**
 * The difference, where a type changes that only differs in what it is made of: a new type takes the place of one that it is
 * made of. A domain whose values arrays or composites hold is made anew, too, if it becomes stricter.
 */
export function withTypesCarriedAlong(
  difference: Difference,
  { before, after }: { readonly before: DatabaseSchema; readonly after: DatabaseSchema },
  isRebuilt: (change: ChangedObject) => boolean,
): Difference {
  const changes = new Map(difference.changed.map((change) => [change.id, change]));
  const carry = (id: ObjectId): boolean => {
    const [was, is] = [before.objects.get(id), after.objects.get(id)];
    const attribute = was === undefined ? undefined : madeOf[was.kind];
    if (was === undefined || is === undefined || attribute === undefined) return false;
    const attributes = new Set([...(changes.get(id)?.attributes ?? []), attribute]);
    changes.set(id, { id, before: was, after: is, attributes: [...attributes].sort(), carried: true });
    return true;
  };
  const rebuilt = new Set(difference.changed.filter(isRebuilt).map(({ id }) => id));
  for (const id of stricterDomains(difference)) if (isHeldWithin(id, before) && carry(id)) rebuilt.add(id);
  if (rebuilt.size === 0) return difference;
  const types = [...before.objects.values()].filter(({ kind }) => madeOf[kind] !== undefined);
  for (const id of rebuilt)
    for (const type of types) if (referencesOf(type).includes(id) && carry(idOf(type))) rebuilt.add(idOf(type));
  return { ...difference, changed: [...changes.values()] };
}

/** Domains that take a condition which they did not have. */
const stricterDomains = ({ added, changed }: Difference): readonly ObjectId[] =>
  [...added, ...changed.map(({ after }) => after)].flatMap((object) =>
    object.kind === "domain_check"
      ? [domainId(object.schema, object.domain)]
      : object.kind === "domain" && object.notNull
        ? [idOf(object)]
        : [],
  );

/**
 * Whether a column holds values of a type within others, also by way of domains over it. PostgreSQL holds none of those
 * against a new condition: it refuses.
 */
function isHeldWithin(id: ObjectId, schema: DatabaseSchema): boolean {
  const over = new Set([id]);
  for (const used of over)
    for (const domain of objectsOfKind(schema, "domain"))
      if (referencesOf(domain).includes(used)) over.add(idOf(domain));
  const isArrayOf = ({ type, typeObject }: Pick<Column, "type" | "typeObject">): boolean =>
    typeObject !== null && over.has(typeObject) && type.endsWith("[]");
  return [...schema.objects.values()].some((object) => {
    if (object.kind === "column") return isArrayOf(object);
    if (object.kind === "domain") return isArrayOf(object) && isStored(idOf(object), schema);
    const isMadeOf = object.kind === "composite" || object.kind === "range";
    return isMadeOf && referencesOf(object).some((used) => over.has(used)) && isStored(idOf(object), schema);
  });
}

/** Whether a column holds values of a type, by themselves or within others. */
export function isStored(id: ObjectId, schema: DatabaseSchema): boolean {
  const types = [...schema.objects.values()].filter(({ kind }) => madeOf[kind] !== undefined);
  const holders = new Set([id]);
  for (const holder of holders)
    for (const type of types) if (referencesOf(type).includes(holder)) holders.add(idOf(type));
  const isHolder = (object: SchemaObject): boolean =>
    object.kind === "column" && object.typeObject !== null && holders.has(object.typeObject);
  return objectsOfKind(schema, "column").some(isHolder);
}
