import type { Statistics } from "../schema/objects.ts";
import { addressOf, catalogFamily } from "./catalog-family.ts";

interface StatisticsRow extends Omit<Statistics, "kind" | "dependsOn"> {
  readonly oid: string;
}

/**
 * The definition, with the columns by their names: PostgreSQL keeps and prints them in the order in which the table has them,
 * which is no part of what they say. They stand behind the first ON after its name.
 */
const definition = `
    overlay(d.text PLACING columns.sorted
            FROM d.head + strpos(substr(d.text, d.head + 1), ' ON ') + length(' ON ') FOR length(columns.stored))`;

/** Extended statistics. The target is null from PostgreSQL 17 where nothing is set, -1 before. */
export const statistics = catalogFamily<StatisticsRow>(
  () => `
    SELECT s.oid, n.schema, s.stxname AS name, ${definition} AS definition,
           nullif(s.stxstattarget, -1) AS target
    FROM pg_statistic_ext s JOIN namespaces n ON n.oid = s.stxnamespace
    CROSS JOIN LATERAL (
      SELECT pg_get_statisticsobjdef(s.oid) AS text, length(format('CREATE STATISTICS %I.%I', n.schema, s.stxname)) AS head
    ) d
    CROSS JOIN LATERAL (
      SELECT coalesce(string_agg(quote_ident(a.attname), ', ' ORDER BY key.place), '') AS stored,
             coalesce(string_agg(quote_ident(a.attname), ', ' ORDER BY a.attname), '') AS sorted
      FROM unnest(s.stxkeys::smallint[]) WITH ORDINALITY AS key (number, place)
      JOIN pg_attribute a ON a.attrelid = s.stxrelid AND a.attnum = key.number) columns`,
  ({ oid, ...row }, context) => {
    const address = addressOf("pg_statistic_ext", oid);
    return [{ address, object: { kind: "statistics", ...row, dependsOn: context.dependsOn(address) } }];
  },
);
