import {
  type DatabaseSchema,
  diffSchemas,
  introspectSchema,
  type ObjectId,
  type SchemaObject,
  tableId,
} from "@build-it/postgres-schema";
import type { Diagnostic } from "@build-it/stage-contract";
import type { Client } from "pg";
import { describeDrift, describeObject } from "./describe-drift.ts";
import { schemasOf, withoutServerObjects } from "./managed-schemas.ts";

export interface LiveComparison {
  /** One for each object that is missing, is there too much, or differs. None: the database is exactly what it should be. */
  readonly differences: readonly Diagnostic[];
  /** Objects in our schemas that BUILD IT never made. */
  readonly unmanaged: readonly string[];
  readonly live: DatabaseSchema;
}

/** Reads the live schema and compares it with the one that should be there. */
export async function compareWithLive(client: Client, expected: DatabaseSchema): Promise<LiveComparison> {
  const { schema, unmodelled } = await introspectSchema(client, { schemas: schemasOf(expected) });
  const live = withoutServerObjects(schema);
  const { added, removed, changed } = diffSchemas(expected, live);
  const [extra, strangers] = partition(added, (object) => isPartOfOurs(object, expected));
  const named = strangers.filter((object) => !isPartOfStranger(object, expected)).map(describeObject);
  return {
    differences: describeDrift({ missing: removed, extra, changed }),
    unmanaged: [...named, ...unmodelled.map(({ what, name }) => `the ${what} ${name}`)].sort(),
    live,
  };
}

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
