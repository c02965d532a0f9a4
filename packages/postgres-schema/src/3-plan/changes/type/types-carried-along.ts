import type { ChangedObject, Difference } from "../../../2-diff/diff-schemas.ts";
import { type DatabaseSchema, objectsOfKind } from "../../../schema/database-schema.ts";
import { domainId, idOf } from "../../../schema/identify.ts";
import type { ObjectId } from "../../../schema/object-id.ts";
import type { ObjectKind, SchemaObject } from "../../../schema/objects.ts";
import { referencesOf } from "../../../schema/references.ts";

/** By kind of a type that can be made of others: the attribute that says of which. */
const madeOf: Partial<Readonly<Record<ObjectKind, string>>> = {
  domain: "type",
  composite: "attributes",
  range: "definition",
};

/**
 * The difference, where a type changes that only differs in what it is made of: a new type takes the place of one that it is
 * made of. A domain whose values arrays or composites hold is made anew, too, if it becomes stricter,
 * unless their columns let go of it.
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
  const isHeldWithin = (id: ObjectId): boolean => {
    const within = [...columnsHolding(id, before)].filter(([, isWithin]) => isWithin);
    if (within.length === 0) return false;
    const later = columnsHolding(id, after);
    return within.some(([column]) => later.has(column));
  };
  for (const id of stricterDomains(difference)) if (isHeldWithin(id) && carry(id)) rebuilt.add(id);
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
 * The columns that hold values of a type, by themselves or within others, also by way of domains over it; and whether it is
 * within others. PostgreSQL holds none of those against a new condition: it refuses.
 */
function columnsHolding(id: ObjectId, schema: DatabaseSchema): ReadonlyMap<ObjectId, boolean> {
  const found = new Map<ObjectId, boolean>();
  const reached = new Map<ObjectId, boolean>([[id, false]]);
  const reach = (type: ObjectId, within: boolean): void => {
    if (reached.get(type) === within || reached.get(type) === true) return;
    reached.delete(type);
    reached.set(type, within);
  };
  for (const [type, within] of reached)
    for (const object of schema.objects.values()) {
      if (object.kind === "column" || object.kind === "domain") {
        if (object.typeObject !== type) continue;
        const isWithin = within || object.type.endsWith("[]");
        if (object.kind === "domain") reach(idOf(object), isWithin);
        else found.set(idOf(object), isWithin);
      } else if (isMadeOfOthers(object) && referencesOf(object).includes(type)) reach(idOf(object), true);
    }
  return found;
}

const isMadeOfOthers = ({ kind }: SchemaObject): boolean => kind === "composite" || kind === "range";

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
