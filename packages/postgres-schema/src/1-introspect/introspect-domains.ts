import { addressOf, catalogFamily } from "./catalog-family.ts";
import { isMadeUp } from "./introspect-not-nulls.ts";

interface DomainRow {
  readonly oid: string;
  readonly schema: string;
  readonly name: string;
  readonly type: string;
  readonly type_oid: string;
  readonly collation: string | null;
  readonly not_null: boolean;
  readonly not_null_constraint: string | null;
  readonly default: string | null;
}

const givenName = `
           (SELECT k.conname FROM pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'n' AND NOT ${isMadeUp("k.conname")})`;

export const domains = catalogFamily<DomainRow>(
  ({ major }) => `
    SELECT t.oid, n.schema, t.typname AS name, format_type(t.typbasetype, t.typtypmod) AS type,
           t.typbasetype AS type_oid,
           CASE WHEN t.typcollation <> b.typcollation THEN t.typcollation::regcollation::text END AS collation,
           t.typnotnull AS not_null, ${major < 18 ? "NULL::text" : givenName} AS not_null_constraint, pg_get_expr(t.typdefaultbin, 0) AS default
    FROM pg_type t JOIN namespaces n ON n.oid = t.typnamespace JOIN pg_type b ON b.oid = t.typbasetype
    WHERE t.typtype = 'd'
      AND NOT EXISTS (SELECT FROM members m WHERE m.classid = 'pg_type'::regclass AND m.objid = t.oid)`,
  ({ oid, type_oid, not_null, not_null_constraint, ...row }, context) => {
    const address = addressOf("pg_type", oid);
    return [
      {
        address,
        object: {
          kind: "domain",
          ...row,
          typeObject: context.typeSource(type_oid),
          notNull: not_null,
          ...(not_null_constraint === null ? {} : { notNullConstraint: not_null_constraint }),
          dependsOn: context.dependsOn(address),
        },
      },
    ];
  },
);

interface DomainCheckRow {
  readonly oid: string;
  readonly schema: string;
  readonly domain: string;
  readonly name: string;
  readonly expression: string;
  readonly validated: boolean;
}

export const domainChecks = catalogFamily<DomainCheckRow>(
  () => `
    SELECT k.oid, n.schema, t.typname AS domain, k.conname AS name, pg_get_expr(k.conbin, 0) AS expression,
           k.convalidated AS validated
    FROM pg_type t JOIN namespaces n ON n.oid = t.typnamespace
    JOIN pg_constraint k ON k.contypid = t.oid AND k.contype = 'c'
    WHERE NOT EXISTS (SELECT FROM members m WHERE m.classid = 'pg_type'::regclass AND m.objid = t.oid)`,
  ({ oid, ...row }, context) => {
    const address = addressOf("pg_constraint", oid);
    return [{ address, object: { kind: "domain_check", ...row, dependsOn: context.dependsOn(address) } }];
  },
);
