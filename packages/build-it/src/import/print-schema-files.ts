import {
  type DatabaseSchema,
  nameOf,
  type ObjectId,
  type SchemaObject,
  type Step,
  tableId,
} from "@build-it/postgres-schema";

/** The statements that make a schema, in files by what they are about: file name -> text. */
export function printSchemaFiles(
  steps: readonly Step[],
  { objects }: DatabaseSchema,
): Readonly<Record<string, string>> {
  const texts = new Map<string, string>();
  for (const { subject, sql } of steps) {
    const home = homeOf(objects.get(subject), subject, objects);
    const earlier = texts.get(home);
    texts.set(home, `${earlier === undefined ? "" : `${earlier}\n`}${sql.text};\n`);
  }
  const taken = new Set<string>();
  return Object.fromEntries([...texts].map(([home, text]) => [fileNameFor(home, taken), text]));
}

const homeByKind: Readonly<Partial<Record<SchemaObject["kind"], string>>> = {
  schema: "schemas",
  extension: "extensions",
  enum: "types",
  domain: "types",
  domain_check: "types",
  composite: "types",
  default_privilege: "default_privileges",
  event_trigger: "event_triggers",
  publication: "publications",
};

/** What a person would look for it under: the table or the function that it is, or is part of. */
function homeOf(object: SchemaObject | undefined, id: ObjectId, objects: ReadonlyMap<ObjectId, SchemaObject>): string {
  if (object === undefined) return "others";
  const shared = homeByKind[object.kind];
  if (shared !== undefined) return shared;
  if ("on" in object && object.on !== null) return homeOf(objects.get(object.on), object.on, objects);
  if ("table" in object) return homeOfRelation(object.schema, object.table);
  if (object.kind === "sequence")
    return object.ownedBy === null ? "sequences" : homeOf(objects.get(object.ownedBy), object.ownedBy, objects);
  if ("schema" in object && "name" in object && typeof object.schema === "string")
    return homeOfRelation(object.schema, object.name);
  return nameOf(id);
}

const homeOfRelation = (schema: string, name: string): string => nameOf(tableId(schema, name));

const longestName = 80;

/** A name that every file system takes, and no two files have. */
function fileNameFor(home: string, taken: Set<string>): string {
  const slug = home
    .toLowerCase()
    .replaceAll(/[^a-z0-9_.]+/g, "_")
    .replaceAll(/^[._]+|[._]+$/g, "")
    .slice(0, longestName);
  for (let number = 0; ; number++) {
    const name = `${slug === "" ? "unnamed" : slug}${number === 0 ? "" : `-${number + 1}`}.sql`;
    if (taken.has(name)) continue;
    taken.add(name);
    return name;
  }
}
