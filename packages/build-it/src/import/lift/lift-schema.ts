import { type EntityFile, type EnumsFile, nameEntity, nameEnum, toSnakeCase } from "@build-it/busm";
import {
  type Comment,
  type DatabaseSchema,
  databaseSchema,
  idOf,
  nameOf,
  type ObjectId,
  objectsOfKind,
  schemaId,
} from "@build-it/postgres-schema";
import { chooseReferences } from "./choose-references.ts";
import type { Doubts } from "./doubts.ts";
import { findObstacle } from "./find-obstacle.ts";
import { gatherTables, type TableParts } from "./gather-tables.ts";
import { liftTable } from "./lift-table.ts";
import { nameOnce } from "./name-once.ts";

/** A schema taken apart: what the model says in its own words, and what stays in SQL. */
export interface LiftedSchema {
  /** By the ids of their tables. */
  readonly entities: ReadonlyMap<ObjectId, EntityFile>;
  readonly enums: EnumsFile;
  /** The objects that entities and enums say, as they are where they say nothing more. */
  readonly said: DatabaseSchema;
  readonly leftInSql: readonly LeftInSql[];
}

/** A table that is no entity, and why: a clause after its name. */
export interface LeftInSql {
  readonly table: string;
  readonly reason: string;
}

/** Says as much of a schema as the model has words for. `doubts` are what did not come out right when it was tried. */
export function liftSchema(schema: DatabaseSchema, doubts: Doubts): LiftedSchema {
  const { lifted, left } = chooseTables(gatherTables(schema), doubts);
  const entityNames = nameOnce(
    [...lifted].map(([id, { table }]) => [id, nameEntity(table.name), nameEntity(`${table.schema}_${table.name}`)]),
  );
  const enums = nameEnums(schema, new Set(entityNames.values()));
  const references = chooseReferences(lifted, (id) => doubts.objects.has(id));
  const comments = commentsOf(schema);
  const entities = new Map<ObjectId, EntityFile>();
  const says = new Set<ObjectId>();
  for (const [id, parts] of lifted) {
    const table = liftTable(entityNames.get(id) ?? "", {
      parts,
      objects: schema.objects,
      schema: parts.table.schema,
      enums,
      entityNames,
      references: references.get(id) ?? new Map(),
      comments,
      doubts,
    });
    if ("unsaid" in table) {
      const reason = `the model has no words for the type of its column ${table.unsaid}`;
      return liftSchema(schema, { ...doubts, tables: new Map([...doubts.tables, [id, reason]]) });
    }
    entities.set(id, table.entity);
    for (const each of table.says) says.add(each);
    if (parts.table.schema !== "public") says.add(schemaId(parts.table.schema));
  }
  return {
    entities,
    enums: sayEnums(schema, new Map([...enums].filter(([id]) => says.has(id)))),
    said: databaseSchema(
      [...schema.objects.values()].flatMap((object) => {
        if (!says.has(idOf(object))) return [];
        const isLeftToSql = object.kind === "table" && entities.get(idOf(object))?.access === "sql";
        return [isLeftToSql ? { ...object, rowSecurity: false, rowSecurityForced: false } : object];
      }),
    ),
    leftInSql: left,
  };
}

function chooseTables(tables: ReadonlyMap<ObjectId, TableParts>, doubts: Doubts) {
  const lifted = new Map<ObjectId, TableParts>();
  const left: LeftInSql[] = [];
  for (const [id, parts] of tables) {
    const reason = doubts.tables.get(id) ?? findObstacle(parts);
    if (reason === undefined) lifted.set(id, parts);
    // A partition is a part of the table that people know.
    else if (parts.table.partitionOf === undefined) left.push({ table: nameOf(id), reason });
  }
  return { lifted, left };
}

const nameEnums = (schema: DatabaseSchema, taken: ReadonlySet<string>): ReadonlyMap<ObjectId, string> =>
  nameOnce(
    objectsOfKind(schema, "enum")
      .filter(({ values }) => values.length > 0)
      .map((each) => [idOf(each), nameEnum(each.name), `${nameEnum(each.name)}Value`]),
    taken,
  );

const sayEnums = ({ objects }: DatabaseSchema, names: ReadonlyMap<ObjectId, string>): EnumsFile =>
  Object.fromEntries(
    [...names].flatMap(([id, name]) => {
      const object = objects.get(id);
      if (object?.kind !== "enum") return [];
      const values = object.values.map((value) => ({ value }));
      const type = toSnakeCase(name) === object.name ? {} : { type: object.name };
      return [[name, { values, storage: "native" as const, ...type }]];
    }),
  );

const longestText = 10_000;

/** What is said about tables and columns, as far as a description can hold it. */
const commentsOf = (schema: DatabaseSchema): ReadonlyMap<ObjectId, Comment> =>
  new Map(
    objectsOfKind(schema, "comment")
      .filter(({ part, text }) => part === undefined && text.length <= longestText)
      .map((comment) => [comment.on, comment]),
  );
