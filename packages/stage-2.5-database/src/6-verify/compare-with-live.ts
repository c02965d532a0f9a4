import {
  type DatabaseSchema,
  diffSchemas,
  filterObjects,
  introspectSchema,
  type ObjectId,
  type SchemaObject,
  tableId,
} from "@build-it/postgres-schema";
import type { Diagnostic } from "@build-it/stage-contract";
import type { Client } from "pg";
import { describeDrift, describeObject } from "./describe-drift.ts";
import { withoutServerObjects } from "./managed-schemas.ts";
import { printViewsHere } from "./print-views-here.ts";

export interface LiveComparison {
  /** One for each object that is missing, is there too much, or differs. None: the database is exactly what it should be. */
  readonly differences: readonly Diagnostic[];
  /** Objects in our schemas that BUILD IT never made. */
  readonly unmanaged: readonly string[];
}

/** What is in a database's schemas, without what its server brought along. */
export interface LiveSchema {
  readonly schema: DatabaseSchema;
  /** What no DatabaseSchema can say, in words. */
  readonly unmodelled: readonly string[];
}

/** Reads what is in these schemas of a database; half of it on a session `beside`, where there is one. */
export async function readLiveSchema(client: Client, schemas: readonly string[], beside?: Client): Promise<LiveSchema> {
  const { schema, unmodelled } = await introspectSchema(client, { schemas, dependencies: false, beside });
  return {
    schema: withoutServerObjects(schema),
    unmodelled: unmodelled.map(({ what, name }) => `the ${what} ${name}`),
  };
}

/**
 * Compares what was read with what should be there; the server is asked about views that it prints in other words, so the
 * connection must be in a transaction. `begun` is an object that may be there, half there or gone.
 */
export async function compareWithLive(
  client: Client,
  { schema: live, unmodelled }: LiveSchema,
  expected: DatabaseSchema,
  begun: ObjectId | null = null,
): Promise<LiveComparison> {
  const same = await printViewsHere(client, live, expected);
  const { added, removed, changed } = diffSchemas(without(expected, begun), without(same, begun));
  const [extra, strangers] = partition(added, (object) => isPartOfOurs(object, expected));
  const named = strangers.filter((object) => !isPartOfStranger(object, expected)).map(describeObject);
  return {
    differences: describeDrift({ missing: removed, extra, changed }),
    unmanaged: [...named, ...unmodelled].sort(),
  };
}

/** The schema without an object and what is said of it. */
const without = (schema: DatabaseSchema, id: ObjectId | null): DatabaseSchema =>
  id === null ? schema : filterObjects(schema, (object, its) => its !== id && !("on" in object && object.on === id));

const partition = <T>(values: readonly T[], test: (value: T) => boolean): readonly [readonly T[], readonly T[]] => [
  values.filter(test),
  values.filter((value) => !test(value)),
];

/** A column, a comment, a right: named with the table or the function that it is part of. */
const isPartOfStranger = (object: SchemaObject, expected: DatabaseSchema): boolean =>
  ("on" in object && !(object.kind === "setting" && isOurs(object.on, expected))) ||
  ("table" in object && !isOurs(tableId(object.schema, object.table), expected));

/**
 * Whether an object that we did not make sits on one that we did, so that ours is no longer what the model says. A plain
 * index or a storage parameter changes no behaviour: a person who tuned something is told of it, not stopped.
 */
function isPartOfOurs(object: SchemaObject, expected: DatabaseSchema): boolean {
  if (object.kind === "setting" && object.attribute !== "replica_identity") return false;
  if ("on" in object) return isOurs(object.on, expected);
  if (!("table" in object) || !isOurs(tableId(object.schema, object.table), expected)) return false;
  return object.kind !== "index" || object.unique;
}

const isOurs = (id: ObjectId, expected: DatabaseSchema): boolean => expected.objects.has(id);
