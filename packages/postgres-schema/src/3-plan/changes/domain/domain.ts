import { idOf } from "../../../schema/identify.ts";
import type { Domain } from "../../../schema/objects.ts";
import { referencesLetGo, referencesOf } from "../../../schema/references.ts";
import { expression } from "../../../sql/expression.ts";
import { qualified } from "../../../sql/identifier.ts";
import { nothing, type Sql, sql, trusted } from "../../../sql/sql.ts";
import { typeName } from "../../../sql/type-name.ts";
import type { AlterRule, PlanContext } from "../../change-rule.ts";
import { alterStep, createStep, dropStep, type Step } from "../../step.ts";
import { withholdUsage } from "../privilege/privilege.ts";

export const domainDefinition = (domain: Domain): Sql => {
  const collation = domain.collation === null ? nothing : sql` COLLATE ${trusted(domain.collation)}`;
  const value = domain.default === null ? nothing : sql` DEFAULT ${expression(domain.default)}`;
  return sql`CREATE DOMAIN ${qualified(domain.schema, domain.name)} AS ${typeName(domain.type)}${collation}${value}${domain.notNull ? sql` NOT NULL` : nothing}`;
};

export const createDomain = (domain: Domain, context: PlanContext): readonly Step[] => [
  createStep(idOf(domain), domainDefinition(domain), { needs: referencesOf(domain) }),
  ...withholdUsage(idOf(domain), qualified(domain.schema, domain.name), context),
];

/** Its checks go with it. */
export function dropDomain(domain: Domain, { before }: PlanContext): readonly Step[] {
  const checks = before.partsOf(idOf(domain));
  return [
    dropStep(idOf(domain), sql`DROP DOMAIN ${qualified(domain.schema, domain.name)}`, {
      drops: checks.map(idOf),
      releases: [...referencesOf(domain), ...checks.flatMap(referencesOf)],
    }),
  ];
}

export const changeDomainDefault: AlterRule<"domain"> = {
  steps: ({ id, before, after }) => {
    const action = after.default === null ? sql`DROP DEFAULT` : sql`SET DEFAULT ${expression(after.default)}`;
    return [
      alterStep(id, sql`ALTER DOMAIN ${qualified(after.schema, after.name)} ${action}`, {
        needs: referencesOf(after),
        releases: referencesLetGo(before, after),
      }),
    ];
  },
};

export const changeDomainNotNull: AlterRule<"domain"> = {
  steps: ({ id, after }) => [
    alterStep(
      id,
      sql`ALTER DOMAIN ${qualified(after.schema, after.name)} ${after.notNull ? sql`SET` : sql`DROP`} NOT NULL`,
      // The tables that use the domain are locked and read.
      after.notNull ? { lock: "share", hazards: ["scans_table", "may_fail_on_data"] } : {},
    ),
  ],
};
