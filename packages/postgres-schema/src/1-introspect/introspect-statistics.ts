import type { Statistics } from "../schema/objects.ts";
import { addressOf, catalogFamily } from "./catalog-family.ts";

interface StatisticsRow extends Omit<Statistics, "kind" | "dependsOn"> {
  readonly oid: string;
}

/** Extended statistics. The target is null from PostgreSQL 17 where nothing is set, -1 before. */
export const statistics = catalogFamily<StatisticsRow>(
  () => `
    SELECT s.oid, n.schema, s.stxname AS name, pg_get_statisticsobjdef(s.oid) AS definition,
           nullif(s.stxstattarget, -1) AS target
    FROM pg_statistic_ext s JOIN namespaces n ON n.oid = s.stxnamespace`,
  ({ oid, ...row }, context) => {
    const address = addressOf("pg_statistic_ext", oid);
    return [{ address, object: { kind: "statistics", ...row, dependsOn: context.dependsOn(address) } }];
  },
);
