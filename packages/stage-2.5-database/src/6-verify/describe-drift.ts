import { type ChangedObject, idOf, nameOf, type SchemaObject, tableId } from "@build-it/postgres-schema";
import type { Diagnostic } from "@build-it/stage-contract";
import { driftChanged, driftExtra, driftMissing } from "../diagnostics/verification.ts";

/** Differences between what should be there and what is there, in words. */
export function describeDrift({
  missing,
  extra,
  changed,
}: {
  readonly missing: readonly SchemaObject[];
  readonly extra: readonly SchemaObject[];
  readonly changed: readonly ChangedObject[];
}): readonly Diagnostic[] {
  const goneTables = new Set(
    missing.flatMap((object) => (object.kind === "table" || object.kind === "view" ? [idOf(object)] : [])),
  );
  const goneOwners = new Set(missing.flatMap((object) => ("on" in object ? [] : [idOf(object)])));
  // What is missing because the whole is missing says nothing new.
  const follows = (object: SchemaObject): boolean =>
    ("table" in object && goneTables.has(tableId(object.schema, object.table))) ||
    ("on" in object && goneOwners.has(object.on));
  return [
    ...missing
      .filter((object) => !follows(object))
      .map((object) => driftMissing(describeObject(object), subjectOf(object))),
    ...extra.map((object) => driftExtra(describeObject(object), subjectOf(object))),
    ...changed.flatMap(({ before, after, attributes }) =>
      attributes.map((attribute) =>
        driftChanged(describeObject(after), subjectOf(after), {
          attribute: attributeNames[attribute] ?? attribute,
          expected: show(attributeOf(before, attribute)),
          found: show(attributeOf(after, attribute)),
        }),
      ),
    ),
  ];
}

/** `the column accounts.phone`, `the unique constraint accounts_name_key of accounts`. */
export function describeObject(object: SchemaObject): string {
  if (object.kind === "comment") return `the comment on ${describeId(object.on)}`;
  if (object.kind === "privilege") {
    const { on, grantee, grantedBy } = object;
    const passedOn = grantedBy === undefined ? "" : ` that ${grantedBy} passed on`;
    return `the privileges of ${grantee === "public" ? "everyone" : grantee} on ${describeId(on)}${passedOn}`;
  }
  if (object.kind === "setting") return `the ${object.attribute} of ${describeId(object.on)}`;
  if (object.kind === "owner") return `the owner of ${describeId(object.on)}`;
  if (object.kind === "default") return `the default of ${subjectOf(object)}`;
  if (object.kind === "column" || !("table" in object)) return `the ${wordsOf(object.kind)} ${subjectOf(object)}`;
  return `the ${wordsOf(object.kind)} ${object.name} of ${nameOf(tableId(object.schema, object.table))}`;
}

/** The object as a person names it. */
export function subjectOf(object: SchemaObject): string {
  if ("on" in object) return nameOf(object.on);
  return nameOf(idOf(object));
}

const describeId = (id: string): string =>
  `the ${wordsOf(id.slice(0, id.indexOf(":")))} ${nameOf(id as `${string}:${string}`)}`;

const wordsOf = (kind: string): string => kindNames[kind] ?? kind.replaceAll("_", " ");

const kindNames: Readonly<Record<string, string>> = {
  unique: "unique constraint",
  check: "check constraint",
  enum: "enum type",
};

const attributeNames: Readonly<Record<string, string>> = {
  nullable: "whether it may be null",
  expression: "its expression",
  definition: "its definition",
  valid: "whether it is valid",
  validated: "whether its rows were checked",
  enabled: "when it fires",
  privileges: "what may be done",
  rowSecurity: "row level security",
  rowSecurityForced: "forced row level security",
  type: "its type",
  text: "its text",
  using: "its USING condition",
  check: "its WITH CHECK condition",
  roles: "its roles",
  values: "its values",
  keys: "its columns",
  columns: "its columns",
};

const attributeOf = (object: SchemaObject, attribute: string): unknown =>
  Object.entries(object).find(([name]) => name === attribute)?.[1];

const show = (value: unknown): string =>
  typeof value === "string" ? value : value === undefined || value === null ? "none" : JSON.stringify(value);
