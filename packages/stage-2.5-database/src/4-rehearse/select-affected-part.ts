import {
  type DatabaseSchema,
  databaseSchema,
  idOf,
  type ObjectId,
  type ObjectKind,
  objectId,
  referencesOf,
  type SchemaObject,
} from "@build-it/postgres-schema";

/** What of a schema must be built from nothing once more, and what is known of the rest. */
export interface AffectedPart {
  /** What to build: what is affected, and what that cannot be built without. */
  readonly build: DatabaseSchema;
  /** The whole schema as PostgreSQL prints it, from what it printed after that build and what it printed before. */
  complete(built: DatabaseSchema): DatabaseSchema;
}

/** A schema as it was designed, and as PostgreSQL printed it when it was built. */
export interface BuiltDesign {
  readonly design: DatabaseSchema;
  readonly catalog: DatabaseSchema;
}

/**
 * How PostgreSQL prints an object depends on its design, on what is on the same table, and on what it refers to. So where
 * none of these is another text than before, neither is what PostgreSQL prints, and it need not be built to be known.
 * Designs are compared as whole texts, not by the difference that the migration was made from: a mistake in that one
 * must not hide itself here. Null where the whole has to be built: too much is affected, or what acts on everything.
 */
export function selectAffectedPart(design: DatabaseSchema, before: BuiltDesign): AffectedPart | null {
  const changed = changedObjects(before.design, design);
  if (changed.some(({ kind }) => actsOnEverything.has(kind))) return null;
  const schemas = [design, before.design, before.catalog];
  const affected = withDependents(new Set(schemas.flatMap((schema) => unitsOf(changed, schema))), schemas);
  const build = withSupport(design, affected);
  if (build.objects.size > design.objects.size / 2) return null;
  return {
    build,
    complete: (built) =>
      databaseSchema([...objectsIn(built, affected, true), ...objectsIn(before.catalog, affected, false)]),
  };
}

/** What others are under the influence of without referring to it. */
const actsOnEverything: ReadonlySet<ObjectKind> = new Set([
  "schema",
  "extension",
  "default_privilege",
  "event_trigger",
  "publication",
]);

/** Objects that are on one side only, or on both with another text. */
function changedObjects(before: DatabaseSchema, after: DatabaseSchema): readonly SchemaObject[] {
  const changed: SchemaObject[] = [];
  for (const [id, object] of after.objects) {
    const earlier = before.objects.get(id);
    if (earlier === object) continue;
    if (earlier === undefined || JSON.stringify(earlier) !== JSON.stringify(object)) changed.push(object);
  }
  for (const [id, object] of before.objects) if (!after.objects.has(id)) changed.push(object);
  return changed;
}

/** A table or a view with all that is on it, or an object that stands alone: it is built as a whole. */
type Unit = ObjectId;

function unitOf(object: SchemaObject, schema: DatabaseSchema): Unit {
  switch (object.kind) {
    case "table":
    case "view":
    case "materialized_view":
      return objectId("relation", object.schema, object.name);
    case "sequence":
      return object.ownedBy === null ? idOf(object) : unitAt(object.ownedBy, schema);
    case "domain_check":
      return objectId("domain", object.schema, object.domain);
    default:
      if ("on" in object) return unitAt(object.on, schema);
      return "table" in object ? objectId("relation", object.schema, object.table) : idOf(object);
  }
}

const unitAt = (id: ObjectId, schema: DatabaseSchema): Unit => {
  const object = schema.objects.get(id);
  return object === undefined ? id : unitOf(object, schema);
};

const unitsOf = (objects: readonly SchemaObject[], schema: DatabaseSchema): readonly Unit[] =>
  objects.map((object) => unitOf(object, schema));

/** The units, and those with something that refers to them, and so on. A foreign key says only names, which stay. */
function withDependents(units: ReadonlySet<Unit>, schemas: readonly DatabaseSchema[]): ReadonlySet<Unit> {
  const dependents = new Map<Unit, Set<Unit>>();
  for (const schema of schemas)
    for (const object of schema.objects.values()) {
      if (object.kind === "foreign_key") continue;
      const own = unitOf(object, schema);
      for (const id of referencesOf(object)) {
        const used = unitAt(id, schema);
        if (used === own) continue;
        const known = dependents.get(used);
        if (known === undefined) dependents.set(used, new Set([own]));
        else known.add(own);
      }
    }
  return closure(units, (unit) => dependents.get(unit) ?? []);
}

/** What is not needed of a table for others to refer to it. */
const notSupporting: ReadonlySet<ObjectKind> = new Set([
  "foreign_key",
  "policy",
  "trigger",
  "rule",
  "privilege",
  "comment",
  "setting",
  "owner",
]);

/** The objects in these units, and of other units what they cannot be made without. */
function withSupport(schema: DatabaseSchema, units: ReadonlySet<Unit>): DatabaseSchema {
  const byUnit = new Map<Unit, SchemaObject[]>();
  for (const object of schema.objects.values()) {
    const unit = unitOf(object, schema);
    if (!units.has(unit) && notSupporting.has(object.kind)) continue;
    const known = byUnit.get(unit);
    if (known === undefined) byUnit.set(unit, [object]);
    else known.push(object);
  }
  const needed = closure(units, (unit) =>
    (byUnit.get(unit) ?? []).flatMap((object) => referencesOf(object).map((id) => unitAt(id, schema))),
  );
  return databaseSchema([...needed].flatMap((unit) => byUnit.get(unit) ?? []));
}

const objectsIn = (schema: DatabaseSchema, units: ReadonlySet<Unit>, inside: boolean): readonly SchemaObject[] =>
  [...schema.objects.values()].filter((object) => units.has(unitOf(object, schema)) === inside);

function closure(start: ReadonlySet<Unit>, next: (unit: Unit) => Iterable<Unit>): ReadonlySet<Unit> {
  const reached = new Set(start);
  // A set that grows while it is walked is walked to its end.
  for (const unit of reached) for (const other of next(unit)) reached.add(other);
  return reached;
}
