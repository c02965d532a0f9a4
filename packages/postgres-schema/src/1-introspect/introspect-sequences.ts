import { columnId } from "../schema/identify.ts";
import type { Sequence } from "../schema/objects.ts";
import { addressOf, catalogFamily } from "./catalog-family.ts";

interface SequenceRow extends Omit<Sequence, "kind" | "ownedBy" | "unlogged"> {
  readonly oid: string;
  readonly unlogged: boolean;
  readonly owner_schema: string | null;
  readonly owner_table: string | null;
  readonly owner_column: string | null;
}

/** Sequences of their own; one behind an identity column hangs on it by an internal dependency. */
export const sequences = catalogFamily<SequenceRow>(
  () => `
    SELECT r.oid, r.schema, r.name, format_type(s.seqtypid, NULL) AS type,
           s.seqstart::text AS start, s.seqincrement::text AS increment, s.seqmin::text AS minimum,
           s.seqmax::text AS maximum, s.seqcache::text AS cache, s.seqcycle AS cycle,
           r.persistence = 'u' AS unlogged,
           o.schema AS owner_schema, o.name AS owner_table, a.attname AS owner_column
    FROM relations r JOIN pg_sequence s ON s.seqrelid = r.oid
    LEFT JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = r.oid AND d.objsubid = 0
      AND d.refclassid = 'pg_class'::regclass AND d.refobjsubid > 0 AND d.deptype IN ('a', 'i')
    LEFT JOIN relations o ON o.oid = d.refobjid
    LEFT JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
    WHERE d.deptype IS DISTINCT FROM 'i'`,
  ({ oid, owner_schema, owner_table, owner_column, unlogged, ...sequence }) => [
    {
      address: addressOf("pg_class", oid),
      object: {
        kind: "sequence",
        ...sequence,
        ...(unlogged ? { unlogged } : {}),
        ownedBy:
          owner_schema === null || owner_table === null || owner_column === null
            ? null
            : columnId(owner_schema, owner_table, owner_column),
      },
    },
  ],
);
