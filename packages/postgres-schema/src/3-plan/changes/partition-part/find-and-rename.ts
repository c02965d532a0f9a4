import { tableId } from "../../../schema/identify.ts";
import type { IndexedSchema } from "../../../schema/indexed-schema.ts";
import { kindOf } from "../../../schema/object-id.ts";
import type { PartitionPart } from "../../../schema/objects.ts";
import { ident, qualified, shortenName } from "../../../sql/identifier.ts";
import { literal, quotedBody } from "../../../sql/literal.ts";
import { nothing, type Sql, sql } from "../../../sql/sql.ts";

/**
 * Finds what PostgreSQL has made on a partition, under whatever name was free, and gives it the name that it is to have, which
 * it may have already. Another index that was made there under that name makes room: it is found in the same way. Fails where
 * nothing was made.
 */
export function findAndRename(part: PartitionPart, schema: IndexedSchema): Sql {
  const above = schema.objects.get(part.of);
  if (above === undefined || !("table" in above && "name" in above)) throw new Error(`${part.of} is not in the schema`);
  const body =
    above.kind === "foreign_key"
      ? renameKey(part, above)
      : renameIndex(part, regclass(above.schema, above.name), mayBeAnothers(part, schema) ? makeRoom(part) : nothing);
  return sql`DO ${quotedBody(body, "do")}`;
}

const renameIndex = (part: PartitionPart, above: Sql, room: Sql): Sql => sql`
DECLARE
  found regclass;
BEGIN
  SELECT indexrelid INTO STRICT found FROM pg_index
  WHERE indrelid = ${regclass(part.schema, part.table)} AND pg_partition_root(indexrelid) = ${above};
  IF (SELECT relname FROM pg_class WHERE oid = found) <> ${literal(part.name)} THEN
${room}    EXECUTE format(${literal("ALTER INDEX %s RENAME TO %I")}, found, ${literal(part.name)});
  END IF;
END
`;

function makeRoom({ schema, table, name }: PartitionPart): Sql {
  const other = qualified(schema, name);
  return sql`    IF EXISTS (SELECT FROM pg_index WHERE indrelid = ${regclass(schema, table)} AND indexrelid = to_regclass(${literal(other.text)})) THEN
      ALTER INDEX ${other} RENAME TO ${ident(shortenName(`${name}__renamed`))};
    END IF;
`;
}

/** Whether the partition has another index, which may have got the name: with a number, or cut to have room for one. */
const mayBeAnothers = ({ schema, table, of }: PartitionPart, { partsOf }: IndexedSchema): boolean =>
  partsOf(tableId(schema, table)).some(
    (other) => other.kind === "partition_part" && other.of !== of && kindOf(other.of) !== "foreign_key",
  );

interface Key {
  readonly schema: string;
  readonly table: string;
  readonly name: string;
}

/** A key that refers to a partitioned table has more below it: one to each partition of that. */
const renameKey = (part: PartitionPart, above: Key): Sql => sql`
DECLARE
  found name;
BEGIN
  WITH RECURSIVE part AS (
    SELECT oid, conrelid, confrelid, conname FROM pg_constraint
    WHERE conrelid = ${regclass(above.schema, above.table)} AND conname = ${literal(above.name)} AND contype = ${literal("f")}
    UNION ALL
    SELECT k.oid, k.conrelid, k.confrelid, k.conname
    FROM part p JOIN pg_constraint k ON k.conparentid = p.oid AND k.confrelid = p.confrelid
  )
  SELECT conname INTO STRICT found FROM part WHERE conrelid = ${regclass(part.schema, part.table)};
  IF found <> ${literal(part.name)} THEN
    EXECUTE format(${literal("ALTER TABLE %s RENAME CONSTRAINT %I TO %I")}, ${regclass(part.schema, part.table)}, found, ${literal(part.name)});
  END IF;
END
`;

const regclass = (schema: string, name: string): Sql => sql`${literal(qualified(schema, name).text)}::regclass`;
