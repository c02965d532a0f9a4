import { idOf } from "../../../schema/identify.ts";
import type { DomainCheck } from "../../../schema/objects.ts";
import { referencesOf } from "../../../schema/references.ts";
import { expression } from "../../../sql/expression.ts";
import { ident, qualified } from "../../../sql/identifier.ts";
import { nothing, type Sql, sql } from "../../../sql/sql.ts";
import type { AlterRule } from "../../change-rule.ts";
import { alterStep, createStep, dropStep, type Step } from "../../step.ts";

const alterDomain = (check: DomainCheck, action: Sql): Sql =>
  sql`ALTER DOMAIN ${qualified(check.schema, check.domain)} ${action}`;

/** The tables that use the domain are locked and read. */
const costsOfValidating = { lock: "share", hazards: ["scans_table", "may_fail_on_data"] } as const;

export const domainCheckDefinition = (check: DomainCheck): Sql =>
  sql`CONSTRAINT ${ident(check.name)} CHECK (${expression(check.expression)})`;

export const createDomainCheck = (check: DomainCheck): readonly Step[] => [
  createStep(
    idOf(check),
    alterDomain(check, sql`ADD ${domainCheckDefinition(check)}${check.validated ? nothing : sql` NOT VALID`}`),
    { ...(check.validated ? costsOfValidating : {}), needs: referencesOf(check) },
  ),
];

export const dropDomainCheck = (check: DomainCheck): readonly Step[] => [
  dropStep(idOf(check), alterDomain(check, sql`DROP CONSTRAINT ${ident(check.name)}`), {
    releases: referencesOf(check),
  }),
];

export const validateDomainCheck: AlterRule<"domain_check"> = {
  steps: ({ id, after }) => [
    alterStep(id, alterDomain(after, sql`VALIDATE CONSTRAINT ${ident(after.name)}`), {
      ...costsOfValidating,
      needs: referencesOf(after),
    }),
  ],
  replaceIf: ({ after }) => !after.validated,
};
