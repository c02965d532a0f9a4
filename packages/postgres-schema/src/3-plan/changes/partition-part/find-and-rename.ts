import { tableId } from "../../../schema/identify.ts";
import type { IndexedSchema } from "../../../schema/indexed-schema.ts";
import { kindOf } from "../../../schema/object-id.ts";
import type { PartitionPart } from "../../../schema/objects.ts";
import { qualified, shortenName } from "../../../sql/identifier.ts";
import { literal, quotedBody } from "../../../sql/literal.ts";
import { nothing, type Sql, sql } from "../../../sql/sql.ts";

/**
 * Finds what PostgreSQL has made on a partition, under whatever name was free, and gives it the name that it is to have. What
 * else was made there under that name is found in the same way and makes room first. Where it has its name already, nothing
 * happens.
 */
export function findAndRename(part: PartitionPart, schema: IndexedSchema): Sql {
  const above = schema.objects.get(part.of);
  if (above === undefined || !("table" in above && "name" in above)) throw new Error(`${part.of} is not in the schema`);
  const ofKey = above.kind === "foreign_key";
  const body = sql`
DECLARE
  partition regclass := ${regclass(part.schema, part.table)};
  found ${ofKey ? sql`name` : sql`regclass`};
BEGIN
${ofKey ? renameKey(part, regclass(above.schema, above.table), above.name) : renameIndex(part, regclass(above.schema, above.name), schema)}
END
`;
  return sql`DO ${quotedBody(body, "do")}`;
}

function renameIndex(part: PartitionPart, above: Sql, schema: IndexedSchema): Sql {
  const name = literal(part.name);
  const attached = sql`SELECT i.indexrelid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid AND c.relispartition
    WHERE i.indrelid = partition AND pg_partition_root(i.indexrelid)`;
  const statement = literal("ALTER INDEX %s RENAME TO %I");
  const meanwhile = literal(shortenName(`${part.name}__renamed`));
  const makeRoom = sql`  FOR found IN ${attached} <> ${above} AND c.relname = ${name} LOOP
    EXECUTE format(${statement}, found, ${meanwhile});
  END LOOP;
`;
  return sql`${mayBeAnothers(part, schema) ? makeRoom : nothing}  FOR found IN ${attached} = ${above} AND c.relname <> ${name} LOOP
    EXECUTE format(${statement}, found, ${name});
  END LOOP;`;
}

/** Whether the partition has another index, which may have got the name: with a number, or cut to have room for one. */
const mayBeAnothers = ({ schema, table, of }: PartitionPart, { partsOf }: IndexedSchema): boolean =>
  partsOf(tableId(schema, table)).some(
    (other) => other.kind === "partition_part" && other.of !== of && kindOf(other.of) !== "foreign_key",
  );

function renameKey({ name }: PartitionPart, table: Sql, above: string): Sql {
  const statement = literal("ALTER TABLE %s RENAME CONSTRAINT %I TO %I");
  return sql`  FOR found IN
    WITH RECURSIVE part AS (
      SELECT oid, conrelid, conname FROM pg_constraint
      WHERE conrelid = ${table} AND conname = ${literal(above)} AND contype = ${literal("f")}
      UNION ALL
      SELECT k.oid, k.conrelid, k.conname FROM part p JOIN pg_constraint k ON k.conparentid = p.oid
    )
    SELECT conname FROM part WHERE conrelid = partition AND conname <> ${literal(name)}
  LOOP
    EXECUTE format(${statement}, partition, found, ${literal(name)});
  END LOOP;`;
}

const regclass = (schema: string, name: string): Sql => sql`${literal(qualified(schema, name).text)}::regclass`;
