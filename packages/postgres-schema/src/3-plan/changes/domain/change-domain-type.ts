import { isKind, objectsOfKind } from "../../../schema/database-schema.ts";
import { columnId, idOf } from "../../../schema/identify.ts";
import type { Column, SchemaObject } from "../../../schema/objects.ts";
import { referencesOf } from "../../../schema/references.ts";
import { ident, qualified } from "../../../sql/identifier.ts";
import { sql } from "../../../sql/sql.ts";
import { typeName } from "../../../sql/type-name.ts";
import type { AlterRule, PlanContext } from "../../change-rule.ts";
import { alterStep } from "../../step.ts";
import { withholdUsage } from "../privilege/privilege.ts";
import { domainDefinition } from "./domain.ts";

/** PostgreSQL cannot put a domain on another type, so a new domain takes over and the columns move to it. */
export const changeDomainType: AlterRule<"domain"> = {
  stepsAside: (dependent) => usesType.has(dependent.kind) || isGenerated(dependent),
  rebuilds: () => true,
  steps: ({ id, before, after }, context) => {
    const aside = `${after.name.slice(0, 50)}__replaced`;
    return [
      alterStep(id, sql`ALTER DOMAIN ${qualified(before.schema, before.name)} RENAME TO ${ident(aside)}`, {}),
      alterStep(id, domainDefinition(after), { needs: referencesOf(after) }),
      ...withholdUsage(idOf(after), qualified(after.schema, after.name), context),
      ...columnsOfDomain(id, context).map((column) => {
        const type = typeName(column.type);
        return alterStep(
          id,
          sql`ALTER TABLE ${qualified(column.schema, column.table)} ALTER COLUMN ${ident(column.name)} TYPE ${type} USING ${ident(column.name)}::${column.type.endsWith("[]") ? sql`text[]` : sql`text`}::${type}`,
          {
            lock: "access_exclusive",
            hazards: ["rewrites_table", "may_fail_on_data"],
            needs: [columnId(column.schema, column.table, column.name)],
          },
        );
      }),
      alterStep(id, sql`DROP DOMAIN ${qualified(after.schema, aside)}`, {}),
    ];
  },
};

const isGenerated = (object: SchemaObject): boolean => object.kind === "column" && object.generated !== null;

/** Kinds whose expressions or arguments hold the old type. */
const usesType: ReadonlySet<string> = new Set([
  "domain_check",
  "view",
  "materialized_view",
  "rule",
  "default",
  "policy",
  "trigger",
  "check",
  "index",
  "exclusion",
  "function",
  "aggregate",
]);

/** Columns that are of the domain before and after. */
const columnsOfDomain = (id: string, { before, after }: PlanContext): readonly Column[] =>
  objectsOfKind(after, "column").filter((column) => {
    if (column.typeObject !== id || column.generated !== null) return false;
    const earlier = before.objects.get(columnId(column.schema, column.table, column.name));
    return earlier !== undefined && isKind(earlier, "column") && earlier.typeObject === id;
  });
