import { type Column, type DatabaseSchema, type ObjectId, splitType } from "@build-it/postgres-schema";
import { isWidening } from "../2-guard/is-widening.ts";

/** The schemas in which a column is before and after a change. */
export interface Schemas {
  readonly before: DatabaseSchema;
  readonly after: DatabaseSchema;
}

/** Whether values may come out of the change as others, where PostgreSQL would not refuse them. */
export function losesValues(before: Column, after: Column, schemas: Schemas): boolean {
  if (before.generated !== null) return false;
  if (after.generated !== null) return true;
  return (
    isLossy(before.type, after.type) || (before.typeObject !== null && typeLosesValues(before.typeObject, schemas))
  );
}

function isLossy(before: string, after: string): boolean {
  if (before === after || isWidening(before, after)) return false;
  const [from, to] = [splitType(before).base, splitType(after).base];
  return !refusing.some((types) => types.includes(from) && types.includes(to));
}

/** Whether values that columns hold in a type may come out as others, since the type or one that it is made of changes. */
function typeLosesValues(id: ObjectId, schemas: Schemas): boolean {
  const [before, after] = [schemas.before.objects.get(id), schemas.after.objects.get(id)];
  if (before?.kind === "domain" && after?.kind === "domain")
    return isLossy(before.type, after.type) || before.dependsOn.some((type) => typeLosesValues(type, schemas));
  if (before?.kind !== "composite" || after?.kind !== "composite") return false;
  return before.attributes.some(({ name, type, typeObject }) => {
    const later = after.attributes.find((attribute) => attribute.name === name);
    if (later === undefined || isLossy(type, later.type)) return true;
    return typeObject !== null && typeLosesValues(typeObject, schemas);
  });
}

/** Within each, a value that does not fit is refused, never cut or rounded. */
const refusing: readonly (readonly string[])[] = [
  ["text", "character varying"],
  ["smallint", "integer", "bigint"],
];
