import { idOf } from "../../../schema/identify.ts";
import type { IndexedSchema } from "../../../schema/indexed-schema.ts";
import type { Domain, DomainCheck } from "../../../schema/objects.ts";
import { referencesLetGo, referencesOf } from "../../../schema/references.ts";
import { expression } from "../../../sql/expression.ts";
import { ident, qualified } from "../../../sql/identifier.ts";
import { joinSql, nothing, type Sql, sql, trusted } from "../../../sql/sql.ts";
import { typeName } from "../../../sql/type-name.ts";
import type { AlterRule, PlanContext } from "../../change-rule.ts";
import { alterStep, createStep, dropStep, type Step } from "../../step.ts";
import { withholdUsage } from "../privilege/privilege.ts";
import { lettingGo } from "../type/take-over.ts";
import { domainCheckDefinition } from "./domain-check.ts";

const notNull = ({ notNullConstraint }: Domain): Sql =>
  notNullConstraint === undefined ? sql`NOT NULL` : sql`CONSTRAINT ${ident(notNullConstraint)} NOT NULL`;

export const domainDefinition = (domain: Domain, checks: readonly DomainCheck[] = []): Sql => {
  const collation = domain.collation === null ? nothing : sql` COLLATE ${trusted(domain.collation)}`;
  const value = domain.default === null ? nothing : sql` DEFAULT ${expression(domain.default)}`;
  return sql`CREATE DOMAIN ${qualified(domain.schema, domain.name)} AS ${typeName(domain.type)}${collation}${value}${domain.notNull ? sql` ${notNull(domain)}` : nothing}${checks.length === 0 ? nothing : sql` ${joinSql(checks.map(domainCheckDefinition), " ")}`}`;
};

/** With its checks: PostgreSQL adds none to a domain once a composite type that a table has a column of is made of it. */
export function createDomain(domain: Domain, context: PlanContext): readonly Step[] {
  const checks = checksWithin(domain, context.after);
  const needs = [domain, ...checks].flatMap(referencesOf).filter((id) => id !== idOf(domain));
  return [
    createStep(idOf(domain), domainDefinition(domain, checks), { creates: checks.map(idOf), needs }),
    ...withholdUsage(idOf(domain), qualified(domain.schema, domain.name), context),
  ];
}

/** The checks that a domain can be made with: before anything holds its values, and without what takes one. */
export const checksWithin = (domain: Domain, schema: IndexedSchema): readonly DomainCheck[] =>
  schema.partsOf(idOf(domain)).flatMap((part) => {
    if (part.kind !== "domain_check" || !part.validated) return [];
    const callsWithIt = part.dependsOn.some((id) => {
      const used = schema.objects.get(id);
      return used !== undefined && used.kind === "function" && referencesOf(used).includes(idOf(domain));
    });
    return callsWithIt ? [] : [part];
  });

/** Its checks go with it. */
export function dropDomain(domain: Domain, context: PlanContext): readonly Step[] {
  const checks = context.before.partsOf(idOf(domain));
  return [
    dropStep(idOf(domain), sql`DROP DOMAIN ${qualified(domain.schema, domain.name)}`, {
      drops: checks.map(idOf),
      releases: lettingGo([...referencesOf(domain), ...checks.flatMap(referencesOf)], context),
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

/** A name for one that PostgreSQL named takes a new constraint: what the old one is called is nowhere said. */
export const changeDomainNotNull: AlterRule<"domain"> = {
  steps: ({ id, before, after }) => {
    const [from, to] = [before.notNullConstraint, after.notNullConstraint];
    const alter = (action: Sql, costs: Parameters<typeof alterStep>[2]): Step =>
      alterStep(id, sql`ALTER DOMAIN ${qualified(after.schema, after.name)} ${action}`, costs);
    if (before.notNull && after.notNull && from !== undefined && to !== undefined)
      return [alter(sql`RENAME CONSTRAINT ${ident(from)} TO ${ident(to)}`, {})];
    return [
      ...(before.notNull ? [alter(sql`DROP NOT NULL`, {})] : []),
      ...(after.notNull
        ? [
            // The tables that use the domain are locked and read.
            alter(to === undefined ? sql`SET NOT NULL` : sql`ADD ${notNull(after)}`, {
              lock: "share",
              hazards: ["scans_table", "may_fail_on_data"],
            }),
          ]
        : []),
    ];
  },
};
