import { type DatabaseSchema, databaseSchema } from "../schema/database-schema.ts";
import { columnId, idOf, tableId } from "../schema/identify.ts";
import { type IndexedSchema, indexSchema } from "../schema/indexed-schema.ts";
import { notNullNameOf } from "../schema/made-up-name.ts";
import { columnIn, kindOf, type ObjectId, objectId } from "../schema/object-id.ts";
import type { Check, Column, SchemaObject, Table } from "../schema/objects.ts";
import { tablesAbove } from "../schema/parents.ts";
import { isUnvalidatedIn } from "./changes/constraint/create-check.ts";
import { columnsFromParents } from "./changes/table/columns-of-parents.ts";
import { tablesBelow } from "./tables-below.ts";

/** A table that leaves all its parents but these. */
export interface Leaving {
  readonly table: Table;
  readonly kept: ReadonlySet<ObjectId>;
  /** Whether the table keeps an index or a constraint that it had from a parent, by the id that it has as its own. */
  readonly keeps: (own: ObjectId) => boolean;
}

/** The schema as it is when tables have left parents: columns, indexes and constraints that they had from those are their own. */
export function standAlone(schema: DatabaseSchema, leaving: readonly Leaving[]): DatabaseSchema {
  if (leaving.length === 0) return schema;
  const indexed = indexSchema(schema);
  const tables = new Set(leaving.map(({ table }) => idOf(table)));
  const settled = leaving.map((one) => settle(one, indexed, tables));
  const gone = new Set(settled.flatMap((one) => [...one.gone]));
  const now = new Map(settled.flatMap((one) => [...one.now]));
  const objects = new Map<ObjectId, SchemaObject>();
  const put = (object: SchemaObject): void => {
    objects.set(idOf(object), object);
  };
  for (const [id, object] of schema.objects) {
    if (gone.has(id)) continue;
    if (!("on" in object)) put(object);
    else if (!gone.has(object.on) || now.has(object.on)) put({ ...object, on: now.get(object.on) ?? object.on });
  }
  for (const one of settled) for (const object of one.own) put(object);
  return databaseSchema(objects.values());
}

interface Settled {
  readonly own: readonly SchemaObject[];
  readonly gone: ReadonlySet<ObjectId>;
  /** Of what is another object now, and spoken of: its id. */
  readonly now: ReadonlyMap<ObjectId, ObjectId>;
}

function settle({ table, kept, keeps }: Leaving, schema: IndexedSchema, leaving: ReadonlySet<ObjectId>): Settled {
  const staying = withParents(table, kept);
  const still = new Set(columnsFromParents(staying, schema).map(({ name }) => name));
  const columns = columnsFromParents(table, schema).filter(({ name }) => !still.has(name));
  const inherited = columns.map(
    ({ name }) =>
      [objectId("inherited_column", table.schema, table.name, name), columnId(table.schema, table.name, name)] as const,
  );
  const parts = partsFromAbove(table, schema).filter(({ above }) => !isOnOneOf(above, staying, schema));
  const names = new Set(parts.map(({ own }) => own.name));
  const rest = table.fromParents?.filter(({ name }) => !names.has(name)) ?? [];
  const { fromParents: _, ...bare } = staying;
  const stays = parts.filter(({ own }) => keeps(idOf(own)));
  const below = partsBelow({ table, parts, stays }, schema, leaving);
  return {
    own: [
      kept.size === 0 || rest.length === 0 ? bare : { ...bare, fromParents: rest },
      ...columns.flatMap((column) => ownColumn(column, table, schema)),
      ...stays.map(({ own }) => own),
      ...below.own,
    ],
    gone: new Set([
      ...inherited.map(([was]) => was),
      ...parts.flatMap(({ part }) => (part === null ? [] : [part])),
      ...below.gone,
    ]),
    now: new Map([
      ...inherited,
      ...stays.flatMap(({ part, own }) => (part === null ? [] : [[part, idOf(own)] as const])),
      ...below.now,
    ]),
  };
}

/** A table with some of its parents. */
function withParents(table: Table, kept: ReadonlySet<ObjectId>): Table {
  const { partitionOf, inherits = [], ...rest } = table;
  const still = inherits.filter((parent) => kept.has(tableId(parent.schema, parent.table)));
  return {
    ...rest,
    ...(partitionOf !== undefined && kept.has(tableId(partitionOf.schema, partitionOf.table)) ? { partitionOf } : {}),
    ...(still.length === 0 ? {} : { inherits: still }),
  };
}

/** A column that came from a parent as the table's own, and its default. */
function ownColumn(column: Column, table: Table, schema: IndexedSchema): readonly SchemaObject[] {
  const place = { schema: table.schema, table: table.name };
  const inherited = schema.objects.get(objectId("inherited_column", table.schema, table.name, column.name));
  const said = inherited?.kind === "inherited_column" ? inherited : undefined;
  const above = schema.objects.get(objectId("default", column.schema, column.table, column.name));
  const theirs = above?.kind === "default" ? above : undefined;
  const expression = said?.default ? said.default.own : (theirs?.expression ?? null);
  const uses = said?.default ? said.dependsOn : (theirs?.dependsOn ?? []);
  const { identityOptions: _, notNullName, ...plain } = column;
  // PostgreSQL made it up for the parent's, unless the table brought one of its own.
  const given = givenName(column, table) ?? notNullName ?? notNullNameOf(column.table, column.name);
  const name = said?.required ? said.notNullName : given;
  return [
    {
      ...plain,
      ...place,
      ...(name === undefined || column.nullable ? {} : { notNullName: name }),
      nullable: column.nullable && said?.required !== true,
      // A partition numbers by its parent's.
      identity: null,
      dependsOn: ofOwn(column.dependsOn, table, schema),
    },
    ...(expression === null
      ? []
      : [
          { kind: "default", ...place, column: column.name, expression, dependsOn: uses.filter(isNoRelation) } as const,
        ]),
    ...ownNotNull(column, table, schema),
  ];
}

/** What is said of the constraint of a column that came from a parent, unless the table says something of it itself. */
function ownNotNull(column: Column, table: Table, schema: IndexedSchema): readonly SchemaObject[] {
  const idOn = (on: string, of: string): ObjectId => objectId("not_null", of, on, column.name);
  const said = schema.objects.get(idOn(column.table, column.schema));
  if (said?.kind !== "not_null" || said.noInherit || schema.objects.has(idOn(table.name, table.schema))) return [];
  const dependsOn = ofOwn(said.dependsOn, table, schema);
  const name = givenName(column, table) ?? said.name;
  return [{ ...said, schema: table.schema, table: table.name, name, dependsOn }];
}

/** What the NOT NULL constraint of a column from a parent is called in the table, where that is not what the parent's is. */
const givenName = ({ name }: Column, { notNullNames = [] }: Table): string | undefined =>
  notNullNames.find(({ column }) => column === name)?.name;

/** A default uses no columns: those that are said with it are the ones that it takes the place of. */
const isNoRelation = (id: ObjectId): boolean => !["table", "column", "default"].includes(kindOf(id));

type ConstraintOrIndex = Extract<
  SchemaObject,
  { readonly kind: "check" | "foreign_key" | "primary_key" | "unique" | "exclusion" | "index" }
>;

interface PartFromAbove {
  readonly above: ConstraintOrIndex;
  /** As the table's own. */
  readonly own: ConstraintOrIndex;
  /** What says so in the schema, where something does. */
  readonly part: ObjectId | null;
}

/** The indexes and constraints that a table has from those above it. */
function partsFromAbove(table: Table, schema: IndexedSchema): readonly PartFromAbove[] {
  const own = (above: ConstraintOrIndex, name: string): ConstraintOrIndex => ({
    ...(above.kind === "check" ? checkOf(above, table) : above),
    schema: table.schema,
    table: table.name,
    name,
    ...("dependsOn" in above ? { dependsOn: ofOwn(above.dependsOn, table, schema) } : {}),
  });
  const parts = schema.partsOf(idOf(table)).flatMap((part): readonly PartFromAbove[] => {
    const above = part.kind === "partition_part" ? schema.objects.get(part.of) : undefined;
    return part.kind === "partition_part" && above !== undefined && isConstraintOrIndex(above)
      ? [{ above, own: own(above, part.name), part: idOf(part) }]
      : [];
  });
  const told = new Set(parts.map(({ own }) => own.name));
  const above = [...tablesAbove(table, schema)].flatMap((id) => schema.partsOf(id)).filter(isConstraintOrIndex);
  const others = (table.fromParents ?? []).flatMap(({ kind, name }) => {
    const found = above.find((part) => part.name === name && (part.kind === "index") === (kind === "index"));
    return told.has(name) || found === undefined ? [] : [{ above: found, own: own(found, name), part: null }];
  });
  return [...parts, ...others];
}

function checkOf(check: Check, table: Table): Check {
  const { unvalidatedIn: _, noInherit: __, ...own } = check;
  return check.validated || check.notEnforced ? own : { ...own, validated: !isUnvalidatedIn(check, table) };
}

const isConstraintOrIndex = (object: SchemaObject): object is ConstraintOrIndex =>
  ["check", "foreign_key", "primary_key", "unique", "exclusion", "index"].includes(object.kind);

/** Whether a part comes to the table from a parent that it keeps, too. */
const isOnOneOf = (part: ConstraintOrIndex, table: Table, schema: IndexedSchema): boolean =>
  tablesAbove(table, schema).has(tableId(part.schema, part.table));

/** What is used of the table instead of those above it. */
function ofOwn(ids: readonly ObjectId[], table: Table, schema: IndexedSchema): readonly ObjectId[] {
  const above = [...tablesAbove(table, schema)];
  const own = ids.map((id) => {
    if (above.includes(id)) return idOf(table);
    const prefix = above.map((of) => columnIn(of, "")).find((columns) => id.startsWith(columns));
    return prefix === undefined ? id : (`${columnIn(idOf(table), "")}${id.slice(prefix.length)}` as ObjectId);
  });
  return [...new Set(own)].sort();
}

/** What partitions of the table have of those above it: of its own now, or not any more. */
function partsBelow(
  {
    table,
    parts,
    stays,
  }: { readonly table: Table; readonly parts: readonly PartFromAbove[]; readonly stays: readonly PartFromAbove[] },
  schema: IndexedSchema,
  leaving: ReadonlySet<ObjectId>,
): Settled {
  const above = new Set(parts.map((part) => idOf(part.above)));
  const own = new Map(stays.map((part) => [idOf(part.above), idOf(part.own)]));
  // Those below another one that leaves are its own.
  const isBelow = (under: Table): boolean =>
    [idOf(under), ...tablesAbove(under, schema)].find((id) => leaving.has(id)) === idOf(table);
  const below = tablesBelow(schema, idOf(table))
    .filter(isBelow)
    .flatMap((under) => schema.partsOf(idOf(under)))
    .flatMap((part) => (part.kind === "partition_part" && above.has(part.of) ? [part] : []));
  const moved = below.flatMap((part) => {
    const of = own.get(part.of);
    return of === undefined ? [] : [{ part, own: { ...part, of } }];
  });
  return {
    own: moved.map(({ own }) => own),
    gone: new Set(below.map(idOf)),
    now: new Map(moved.map(({ part, own }) => [idOf(part), idOf(own)])),
  };
}
