import {
  type ChangedObject,
  columnId,
  ident,
  idOf,
  type ObjectId,
  type ObjectOf,
  objectsOfKind,
  type SchemaObject,
  type Sql,
  sql,
  typeName,
} from "@build-it/postgres-schema";
import type { Diagnostic } from "@build-it/stage-contract";
import { columnBefore } from "../1-design/column-before.ts";
import { attributeNarrowed, domainNarrowed } from "../diagnostics/guard.ts";
import type { BreakingChange, GuardedChange } from "./find-breaking-changes.ts";
import { isCompatibleType } from "./is-widening.ts";
import { aboutColumn } from "./question-about.ts";
import type { unfitValues } from "./unfit-values.ts";

/**
 * Domains and attributes of composite types that become narrower, for each column that holds values of them: by itself, within
 * other types or in arrays.
 */
export function narrowedWithin(change: GuardedChange, unfit: typeof unfitValues): readonly BreakingChange[] {
  const { difference, designed, previous } = change;
  const changes = new Map(difference.changed.map((changed) => [changed.id, changed]));
  const known = new Set(previous?.objects.map(idOf));
  return objectsOfKind(designed.schema, "column").flatMap((object) => {
    const column = columnId(object.schema, object.table, object.name);
    if (object.typeObject === null || !known.has(columnBefore(column, designed.renames))) return [];
    // What happens to its type as a whole is told by itself.
    if (designed.conversions.has(column) || changes.get(column)?.attributes.includes("type") === true) return [];
    return findNarrowings(object, { column, changes, objects: designed.schema.objects, unfit }).flatMap((found) => {
      const question = aboutColumn(column, change, found.condition);
      return question === null
        ? []
        : [{ diagnostic: found.diagnostic, question, whenUnknown: "halt", whenNone: "pass" } as const];
    });
  });
}

/** A type that became narrower, and which values of what holds it do not fit it. */
interface Narrowing {
  readonly diagnostic: Diagnostic;
  readonly condition: (value: Sql) => Sql;
}

interface Search {
  readonly column: ObjectId;
  readonly changes: ReadonlyMap<ObjectId, ChangedObject>;
  readonly objects: ReadonlyMap<ObjectId, SchemaObject>;
  readonly unfit: typeof unfitValues;
}

type Typed = Pick<ObjectOf<"column">, "type" | "typeObject">;

/** A type is never made of itself. */
function findNarrowings({ type, typeObject }: Typed, search: Search): readonly Narrowing[] {
  if (typeObject === null) return [];
  const found = narrowingsOf(typeObject, search);
  return type.endsWith("[]")
    ? found.map(({ diagnostic, condition }) => ({
        diagnostic,
        condition: (value) => sql`EXISTS (SELECT FROM unnest(${value}) AS element WHERE ${condition(sql`element`)})`,
      }))
    : found;
}

function narrowingsOf(id: ObjectId, search: Search): readonly Narrowing[] {
  const after = search.objects.get(id);
  const before = search.changes.get(id)?.before ?? after;
  if (before?.kind === "domain" && after?.kind === "domain") return narrowingsOfDomain(before, after, search);
  return before?.kind === "composite" && after?.kind === "composite"
    ? narrowingsOfComposite(before, after, search)
    : [];
}

function narrowingsOfDomain(
  before: ObjectOf<"domain">,
  after: ObjectOf<"domain">,
  search: Search,
): readonly Narrowing[] {
  const base = (value: Sql): Sql => sql`${value}::${typeName(before.type)}`;
  if (before.type === after.type) return findNarrowings(before, search).map((found) => through(found, base));
  if (isCompatibleType(before.type, after.type)) return [];
  const types = { from: before.type, to: after.type };
  const condition = (value: Sql): Sql => search.unfit(base(value), before.type, after.type);
  return [{ diagnostic: domainNarrowed(idOf(after), search.column, types), condition }];
}

function narrowingsOfComposite(
  before: ObjectOf<"composite">,
  after: ObjectOf<"composite">,
  search: Search,
): readonly Narrowing[] {
  return before.attributes.flatMap((attribute) => {
    const later = after.attributes.find(({ name }) => name === attribute.name);
    const part = (value: Sql): Sql => sql`(${value}).${ident(attribute.name)}`;
    if (later === undefined) return [];
    if (later.type === attribute.type) return findNarrowings(attribute, search).map((found) => through(found, part));
    if (isCompatibleType(attribute.type, later.type)) return [];
    const types = { from: attribute.type, to: later.type };
    const condition = (value: Sql): Sql => search.unfit(part(value), attribute.type, later.type);
    return [{ diagnostic: attributeNarrowed(idOf(after), attribute.name, search.column, types), condition }];
  });
}

const through = ({ diagnostic, condition }: Narrowing, part: (value: Sql) => Sql): Narrowing => ({
  diagnostic,
  condition: (value) => condition(part(value)),
});
